/*
 * loader/dynamic/group.c - relocations whose symbols are looked up together
 *
 * A look-up by the index goes down from the entry to the symbol to its name,
 * and each of them is in memory that the processor has not seen before. A group
 * goes down together: while one waits for its memory, the others' is fetched.
 * Only what is plain is done here, by the same rules as everywhere.
 */
#include "loader/dynamic/index.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/work.h"

struct candidate {
	struct reference reference;
	struct definition definition;
	uint32_t number;	/* of its relocation in the group */
};

enum { PLAIN = 1 << R_X86_64_64 | 1 << R_X86_64_GLOB_DAT |
	       1 << R_X86_64_JUMP_SLOT };

/* Whether a relocation takes the address of what others may define. */
static bool is_plain(const struct object *object, const Elf64_Rela *rela,
		     struct reference *reference)
{
	uint64_t type = ELF64_R_TYPE(rela->r_info);
	uint32_t index = (uint32_t)ELF64_R_SYM(rela->r_info);
	const Elf64_Sym *symbol = object->dynamic.symbols + index;

	if (type > R_X86_64_JUMP_SLOT || !(PLAIN >> type & 1) || !index ||
	    ELF64_ST_BIND(symbol->st_info) == STB_LOCAL ||
	    ELF64_ST_VISIBILITY(symbol->st_other) != STV_DEFAULT)
		return false;
	reference->name = elf_string(&object->dynamic, symbol->st_name);
	if (!reference->name)
		return false;
	reference->hash = gnu_hash(reference->name);
	reference->asker = type == R_X86_64_JUMP_SLOT ? ASKS_CALL :
							ASKS_ADDRESS;
	reference->version = version_of(object, index);
	return true;
}

/* Whether the first object that has the hash gives a plain address. */
static bool answers(const struct candidate *candidate)
{
	const struct object *object = candidate->definition.object;
	const Elf64_Sym *symbol = candidate->definition.symbol;

	return symbol && object->stays && symbol->st_shndx != SHN_ABS &&
	       ELF64_ST_TYPE(symbol->st_info) != STT_GNU_IFUNC &&
	       ELF64_ST_BIND(symbol->st_info) != STB_GNU_UNIQUE &&
	       symbol_is_named(object, symbol, candidate->reference.name) &&
	       symbol_answers(object, symbol, &candidate->reference) ==
			ANSWERS;
}

static void put(const struct object *object, const Elf64_Rela *rela,
		const struct definition *definition)
{
	uint64_t value = definition->object->image.base +
			 definition->symbol->st_value;

	if (ELF64_R_TYPE(rela->r_info) == R_X86_64_64)
		value += (uint64_t)rela->r_addend;
	__builtin_memcpy((void *)(object->image.base + rela->r_offset), &value,
			 sizeof value);
}

/* The symbols that are asked for, and their names. */
static void fetch_names(const struct object *object, const Elf64_Rela *rela,
			uint32_t size)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	const Elf64_Sym *symbol;

	for (uint32_t i = 0; i < size; i++)
		__builtin_prefetch(dynamic->symbols +
				   ELF64_R_SYM(rela[i].r_info));
	for (uint32_t i = 0; i < size; i++)
		if ((symbol = elf_symbol(dynamic,
					 ELF64_R_SYM(rela[i].r_info))))
			__builtin_prefetch(dynamic->strings + symbol->st_name);
}

uint32_t relocate_group(const struct object *object, const Elf64_Rela *rela,
			uint32_t size)
{
	const struct scope *scope = &process.global;
	const struct index *index = scope->index;
	struct candidate candidates[GROUP], *candidate = candidates, *end;
	uint32_t done = 0;

	fetch_names(object, rela, size);
	for (uint32_t i = 0; i < size; i++) {
		if (!is_plain(object, rela + i, &candidate->reference))
			continue;
		candidate->number = i;
		__builtin_prefetch(index->entries + index_home(index,
			candidate->reference.hash));
		candidate++;
	}
	end = candidate;
	for (candidate = candidates; candidate < end; candidate++) {
		uint64_t entry = *index_entry(index, candidate->reference.hash);

		candidate->definition.symbol = NULL;
		if (!entry)
			continue;
		candidate->definition = index_definition(scope, entry);
		__builtin_prefetch(candidate->definition.symbol);
	}
	for (candidate = candidates; candidate < end; candidate++)
		if (candidate->definition.symbol)
			__builtin_prefetch(
				candidate->definition.object->dynamic.strings +
				candidate->definition.symbol->st_name);
	for (candidate = candidates; candidate < end; candidate++) {
		if (!answers(candidate))
			continue;
		put(object, rela + candidate->number, &candidate->definition);
		done |= 1U << candidate->number;
	}
	return done;
}
