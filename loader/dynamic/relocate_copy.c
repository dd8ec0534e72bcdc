/*
 * loader/dynamic/relocate_copy.c - a library's variable moves to the program
 *
 * A program that is not position-independent has the place of each variable in
 * its code: the linker gives it one in the program, and the library comes there
 * too, for its own symbol loses to the program's. Only the first value has to
 * be copied, once it is final. Source: psABI 4.4.1, R_X86_64_COPY.
 */
#include <string.h>

#include "loader/dynamic/work.h"

bool relocate_copy(struct work *work, void *target)
{
	uint32_t symbol = (uint32_t)ELF64_R_SYM(work->rela->r_info);
	const struct object *program = work->object;
	uint64_t size = program->dynamic.symbols[symbol].st_size;
	const struct definition *definition = &work->definition;
	const void *from;

	if (!look_up(work, symbol, ASKS_COPY))
		return false;
	if (!definition->object)
		return true;
	if (size > definition->symbol->st_size)
		size = definition->symbol->st_size;
	from = elf_find(&definition->object->image,
			definition->symbol->st_value, size, PF_R);
	if (!from || !elf_target(&program->image, &program->dynamic,
				 work->rela->r_offset, size))
		return refuse(work, "(COPY) is of no memory");
	memcpy(target, from, size);
	return true;
}
