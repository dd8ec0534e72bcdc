/* loader/dynamic/object_at.c - whose address it is */
#include "loader/dynamic/process.h"

struct object *object_at(uintptr_t address)
{
	struct object *object = process.program;

	for (; object; object = next_object(object)) {
		const struct elf_image *image = &object->image;

		if (address - image->start < image->span &&
		    elf_find(image, address - image->base, 1, 0))
			break;
	}
	return object;
}
