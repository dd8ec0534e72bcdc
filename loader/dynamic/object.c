/*
 * loader/dynamic/object.c - an object of the process: made, listed, removed
 */
#include <string.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/symbol.h"

/* Of nearly all objects they end with a page, or before it. */
_Static_assert(offsetof(struct elf_headers, segments) +
	       10 * sizeof(struct elf_segment) <= 512, "layout/ld-premain.ld");
_Static_assert(13 * sizeof last_table[0] <= 768, "layout/ld-premain.ld");

struct elf_headers last_headers;
Elf64_Phdr last_table[ELF_HEADERS_MAX];

static void keep_tls(struct object *object, const Elf64_Phdr *tls)
{
	if (!tls || tls->p_memsz == 0)
		return;
	object->tls.image = (const char *)object->image.base + tls->p_vaddr;
	object->tls.address = tls->p_vaddr;
	object->tls.file_size = tls->p_filesz;
	object->tls.size = tls->p_memsz;
	object->tls.align = tls->p_align ? tls->p_align : 1;
}

/*
 * The headers are the loader's; what is needed of them is copied. There is room
 * for the segments behind the object.
 */
static bool keep_headers(struct object *object,
			 const struct elf_headers *headers)
{
	object->image.segments = memcpy(object + 1, headers->segments,
					headers->segment_count *
					sizeof *headers->segments);
	object->phnum = headers->header.e_phnum;
	if (headers->table_address) {
		object->phdr = (const Elf64_Phdr *)
			(object->image.base + headers->table_address);
	} else {
		Elf64_Phdr *table = allocate(object->phnum * sizeof *table);

		if (!table)
			return false;
		object->phdr = memcpy(table, headers->table,
				      object->phnum * sizeof *table);
	}
	if (headers->entry_is_code)
		object->entry = object->image.base + headers->header.e_entry;
	if (headers->relro) {
		uintptr_t start = page_down(headers->relro->p_vaddr);

		object->relro = object->image.base + start;
		object->relro_size = page_down(headers->relro->p_vaddr +
					       headers->relro->p_memsz) - start;
	}
	object->runs_stack = headers->stack && headers->stack->p_flags & PF_X;
	keep_tls(object, headers->tls);
	return true;
}

/* What the tables ask for, that is not done here. */
static bool is_possible(const struct object *object)
{
	if (object->dynamic.flags & DF_TEXTREL)
		return fail(object->name, ": DT_TEXTREL: compile it with "
			    "-fpic", NULL);
	return true;
}

struct object *object_new(const struct elf_headers *headers,
			  const struct elf_image *image, const char *name)
{
	struct complaint complaint;
	struct object *object = allocate(sizeof *object +
					 headers->segment_count *
					 sizeof *headers->segments);

	if (!object)
		return NULL;
	complaint.object = object->name = name;
	object->map.l_name = (char *)name;
	object->map.l_addr = image->base;
	object->image = *image;
	object->device = headers->device;
	object->inode = headers->inode;
	if (!keep_headers(object, headers))
		goto release_object;
	if (headers->dynamic)
		object->map.l_ld = (Elf64_Dyn *)
			(image->base + headers->dynamic->p_vaddr);
	if (!elf_read_dynamic(&object->image, headers->dynamic,
			      &object->dynamic, &complaint))
		fail_by(&complaint);
	else if (is_possible(object) && read_versions_of(object))
		return object;
release_object:
	object_release(object);
	return NULL;
}

void object_append(struct object *object)
{
	struct object *last = process.last;

	object->map.l_prev = last ? &last->map : NULL;
	if (last)
		last->map.l_next = &object->map;
	else
		_r_debug.r_map = &object->map;
	process.last = object;
	process.adds++;
}
