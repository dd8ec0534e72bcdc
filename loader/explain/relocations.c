/*
 * loader/explain/relocations.c - the relocations of an object, counted by type
 */
#include "loader/explain/explain.h"

enum { TYPES = R_X86_64_IRELATIVE + 1 };

static void count(uint64_t *counts, const Elf64_Rela *rela, uint64_t number)
{
	for (; number; number--, rela++)
		if (ELF64_R_TYPE(rela->r_info) < TYPES)
			counts[ELF64_R_TYPE(rela->r_info)]++;
}

static void explain_object(const struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	uint64_t counts[TYPES] = { 0 };

	count(counts, dynamic->rela, dynamic->rela_count);
	count(counts, dynamic->jmprel, dynamic->jmprel_count);
	if (dynamic->relr_count)
		say("relocate", "$object: DT_RELR, $count words of addresses "
		    "that move with it", "object", name_of(object),
		    "type", "DT_RELR", "#count", decimal(dynamic->relr_count),
		    NULL);
	for (unsigned int type = 0; type < TYPES; type++)
		if (counts[type])
			say("relocate", "$object: $count $type",
			    "object", name_of(object),
			    "type", relocation_name(type),
			    "#count", decimal(counts[type]), NULL);
}

void explain_relocations(const struct object *first)
{
	for (; first; first = next_object(first))
		explain_object(first);
}
