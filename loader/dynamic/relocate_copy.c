/*
 * loader/dynamic/relocate_copy.c - a library's variable moves to the program
 *
 * A program that is not position-independent has the place of each variable in
 * its code: the linker gives it one in the program, and the library comes there
 * too, for its own symbol loses to the program's. Only the first value has to
 * be copied. Source: psABI 4.4.1, R_X86_64_COPY.
 */
#include <string.h>

#include "loader/dynamic/relocate.h"
#include "loader/dynamic/work.h"

static bool copy(struct work *work, bool again)
{
	uint32_t symbol = (uint32_t)ELF64_R_SYM(work->rela->r_info);
	const struct object *program = work->object, *object;
	uint64_t size = program->dynamic.symbols[symbol].st_size;
	const void *from;
	void *to;

	if (!look_up(work, symbol, ASKS_COPY))
		return false;
	object = work->definition.object;
	if (!object || (again && !object->deferred[0] && !object->deferred[1]))
		return true;
	if (size > work->definition.symbol->st_size)
		size = work->definition.symbol->st_size;
	to = elf_target(&program->image, &program->dynamic,
			work->rela->r_offset, size);
	from = elf_find(&object->image, work->definition.symbol->st_value,
			size, PF_R);
	if (!to || !from)
		return refuse(work, "(COPY) has a variable that is not in "
			      "memory");
	memcpy(to, from, size);
	return true;
}

bool copy_variables(struct object *program, bool again)
{
	struct work work = { .object = program, .rela = program->deferred[0] };
	const Elf64_Rela *end = program->dynamic.rela +
				program->dynamic.rela_count;

	for (; work.rela && work.rela < end; work.rela++)
		if (ELF64_R_TYPE(work.rela->r_info) == R_X86_64_COPY &&
		    !copy(&work, again))
			return false;
	return true;
}
