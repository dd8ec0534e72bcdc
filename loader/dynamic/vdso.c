/*
 * loader/dynamic/vdso.c - linux-vdso.so.1, an object without a file
 *
 * It is listed from the start on, but its memory is touched only when somebody
 * looks: that would cost every start a page fault. Until then l_ld is not the
 * place of its dynamic section, but an address inside it: by that a debugger
 * knows it, and looks for no file of that name.
 */
#include <string.h>

#include "loader/dynamic/memory.h"
#include "loader/dynamic/names.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/vdso.h"

static struct object *vdso;

bool vdso_append(void)
{
	uintptr_t address = auxv_value(AT_SYSINFO_EHDR);

	if (!address)
		return true;
	vdso = allocate(sizeof *vdso);
	if (!vdso)
		return false;
	vdso->name = vdso->map.l_name = (char *)"linux-vdso.so.1";
	vdso->map.l_addr = address;
	vdso->map.l_ld = (Elf64_Dyn *)address;
	vdso->stays = vdso->used = vdso->relocated = vdso->constructed = true;
	object_append(vdso);
	return true;
}

/* Its file header and program headers, if they are one behind the other. */
static bool read_headers(struct elf_headers *headers)
{
	const Elf64_Ehdr *header = (const Elf64_Ehdr *)vdso->map.l_addr;
	struct complaint complaint;

	headers->fd = -1;
	headers->size = UINT64_MAX;
	headers->header = *header;
	if (header->e_phoff != sizeof *header ||
	    header->e_phnum > ELF_HEADERS_MAX)
		return false;
	memcpy(headers->table, header + 1,
	       header->e_phnum * sizeof headers->table[0]);
	return elf_check_headers(headers, &complaint);
}

static void take(const struct elf_headers *headers)
{
	struct link_map map = vdso->map;
	struct elf_image image;
	struct object *object;

	elf_image_of(headers, map.l_addr - headers->segments[0].start, &image);
	object = object_new(headers, &image, vdso->name);
	if (!object)
		return;
	map.l_addr = image.base;
	map.l_ld = object->map.l_ld;
	*vdso = *object;
	vdso->map = map;
	vdso->stays = vdso->used = vdso->relocated = vdso->constructed = true;
	release(object, sizeof *object);
	name_object(vdso, vdso->name);
}

void vdso_look(void)
{
	struct elf_headers *headers;

	if (!vdso || vdso->phnum)
		return;
	headers = allocate(sizeof *headers);
	if (headers && read_headers(headers))
		take(headers);
	release(headers, sizeof *headers);

}
