/*
 * loader/dynamic/dl_iterate_phdr.c - calls a function for each object
 *
 * int dl_iterate_phdr(int (*function)(struct dl_phdr_info *, size_t, void *),
 *		       void *data)
 *
 * In the order of loading, until the function returns something else than 0:
 * that is returned. Unwinders find the tables of each object so.
 * Source: dl_iterate_phdr(3).
 */
#include "loader/dynamic/handles.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/thread.h"
#include "loader/dynamic/vdso.h"

EXPORTED int dl_iterate_phdr(int (*function)(struct dl_phdr_info *info,
					     size_t size, void *data),
			     void *data)
{
	struct object *object = process.program;
	int result = 0;

	vdso_look();
	for (; object && result == 0; object = next_object(object)) {
		struct dl_phdr_info info = {
			.dlpi_addr = object->map.l_addr,
			.dlpi_name = object->map.l_name,
			.dlpi_phdr = object->phdr,
			.dlpi_phnum = (Elf64_Half)object->phnum,
			.dlpi_adds = process.adds,
			.dlpi_subs = process.subs,
			.dlpi_tls_modid = object->tls.module
		};

		if (object->tls.module)
			info.dlpi_tls_data =
				first_thread->blocks[object->tls.module];
		result = function(&info, sizeof info, data);
	}
	return result;
}
