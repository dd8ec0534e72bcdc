/*
 * loader/dynamic/dl_find_object.c - which object an unwinder is in
 *
 * int _dl_find_object(void *address, struct dl_find_object *result)
 *
 * What dl_iterate_phdr would find, in one call: libgcc asks for it at each
 * frame. 0, or -1: the address is in no object. Source: glibc 2.35's manual,
 * Dynamic Linker Introspection.
 */
#include <string.h>

#include "loader/dynamic/handles.h"
#include "loader/dynamic/vdso.h"

EXPORTED int _dl_find_object(void *address, struct dl_find_object *result)
{
	const struct object *object;
	const Elf64_Phdr *header;

	vdso_look();
	object = object_at((uintptr_t)address);
	if (!object)
		return -1;
	memset(result, 0, sizeof *result);
	result->dlfo_map_start = (void *)object->image.start;
	result->dlfo_map_end = (void *)(object->image.start +
					object->image.span);
	result->dlfo_link_map = (struct link_map *)&object->map;
	header = object->phdr;
	for (unsigned int i = 0; i < object->phnum; i++, header++)
		if (header->p_type == PT_GNU_EH_FRAME)
			result->dlfo_eh_frame =
				(void *)(object->image.base + header->p_vaddr);
	return 0;
}
