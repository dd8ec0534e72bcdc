/*
 * loader/dynamic/wait.c - slots of a PLT that wait for their first call
 *
 * Source: gABI ch. 5, DT_BIND_NOW; psABI 5.2: the linker lets a slot lead back
 * into its PLT, so the object's base is all that it lacks.
 */
#include "loader/dynamic/process.h"
#include "loader/dynamic/relocate.h"

bool is_lazy(const struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;

	return dynamic->pltgot && !process.bind_now && !object->bind_now &&
	       !(dynamic->flags & DF_BIND_NOW) &&
	       !(dynamic->flags_1 & DF_1_NOW);
}

const Elf64_Rela *let_wait(const struct object *object,
			   const Elf64_Rela *rela, const Elf64_Rela *end)
{
	const struct elf_image *image = &object->image;
	const struct elf_segment *plt = image->segments;
	uintptr_t base = image->base;

	for (; rela < end; rela++) {
		uint64_t *slot = (uint64_t *)(base + rela->r_offset);

		if (ELF64_R_TYPE(rela->r_info) != R_X86_64_JUMP_SLOT ||
		    (uintptr_t)slot - object->relro < object->relro_size)
			return rela;
		if (*slot - plt->start >= plt->end - plt->start) {
			plt = segment_at(image->segments, image->segment_count,
					 *slot);
			if (!plt)
				return rela;
		}
		if (!(plt->flags & PF_X))
			return rela;
		*slot += base;
	}
	return end;
}
