/*
 * loader/dynamic/vdso.c - linux-vdso.so.1, an object without a file
 *
 * It comes into the list behind the program when somebody asks for objects: no
 * start pays for it. Debuggers need no list to find it.
 */
#include <string.h>

#include "loader/dynamic/memory.h"
#include "loader/dynamic/names.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/vdso.h"

/* Its file header and program headers, if they are one behind the other. */
static bool read_headers(const Elf64_Ehdr *header)
{
	struct complaint complaint;

	last_headers.header = *header;
	last_headers.table = (const Elf64_Phdr *)(header + 1);
	last_headers.fd = -1;
	last_headers.size = UINT64_MAX;
	last_headers.device = last_headers.inode = 0;
	return header->e_phoff == sizeof *header &&
	       elf_check_headers(&last_headers, &complaint);
}

static void insert(struct object *object)
{
	struct link_map *map = &object->map, *before = &process.program->map;

	map->l_prev = before;
	map->l_next = before->l_next;
	map->l_next->l_prev = map;
	before->l_next = map;
	process.adds++;
}

void vdso_look(void)
{
	static bool has_looked;
	uintptr_t address = auxv_value(AT_SYSINFO_EHDR);
	struct elf_image image;
	struct object *vdso;

	if (has_looked || !address)
		return;
	has_looked = true;
	if (!read_headers((const Elf64_Ehdr *)address))
		return;
	elf_image_of(&last_headers, address - last_headers.segments[0].start,
		     &image);
	vdso = object_new(&last_headers, &image, "linux-vdso.so.1");
	if (!vdso)
		return;
	vdso->stays = vdso->used = vdso->relocated = vdso->constructed = true;
	insert(vdso);
	name_object(vdso, vdso->name);
}
