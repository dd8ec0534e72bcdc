/*
 * loader/dynamic/relocate_copy.c - a library's variable moves to the program
 *
 * A program that is not position-independent has the place of each variable in
 * its code: the linker gives it one in the program, and the library comes there
 * too, for its own symbol loses to the program's. Only the first value has to
 * be copied, once it is final. Source: psABI 4.4.1, R_X86_64_COPY.
 */
#include <string.h>

#include "crt/shared/initial.h"
#include "loader/dynamic/work.h"

/* As much of it as its segment has: a linker may say that it is larger. */
static uint64_t size_of(const struct definition *variable)
{
	const struct elf_image *image = &variable->object->image;
	uint64_t address = variable->symbol->st_value, room;
	const struct elf_segment *segment =
		segment_at(image->segments, image->segment_count, address);

	if (!segment || !(segment->flags & PF_R))
		return 0;
	room = segment->end - address;
	return room < variable->symbol->st_size ?
		room : variable->symbol->st_size;
}

bool relocate_copy(struct work *work, void *target)
{
	uint32_t symbol = (uint32_t)ELF64_R_SYM(work->rela->r_info);
	const struct object *program = work->object;
	const struct definition *from = &work->definition;
	uint64_t size = program->dynamic.symbols[symbol].st_size, other;
	const char *variable;

	if (!look_up(work, symbol, ASKS_COPY))
		return false;
	if (!from->object)
		return true;
	other = size_of(from);
	if (size > other)
		size = other;
	if (!elf_target(&program->image, &program->dynamic,
			work->rela->r_offset, size))
		return refuse(work, "(COPY) ends in no memory");
	variable = (char *)from->object->image.base + from->symbol->st_value;
	memcpy(target, variable, size);
	__premain_moved(variable, target);
	return true;
}
