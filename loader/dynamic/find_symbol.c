/*
 * loader/dynamic/find_symbol.c - what a name in an object's table means
 *
 * Source: gABI ch. 5, Shared Object Dependencies (the order), DT_SYMBOLIC;
 * ch. 4, Symbol Table (visibility).
 */
#include "loader/dynamic/fail.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/symbol.h"

static const struct version *wanted_version(const struct object *object,
					    uint32_t symbol)
{
	unsigned int index;

	if (!object->versions)
		return NULL;
	index = object->dynamic.versym[symbol] & VERSYM_VERSION;
	if (index >= object->dynamic.version_count ||
	    !object->versions[index].name)
		return NULL;
	return &object->versions[index];
}

/* Nobody else's definition can take this one's place. */
static bool is_own(const Elf64_Sym *symbol)
{
	return ELF64_ST_BIND(symbol->st_info) == STB_LOCAL ||
	       (ELF64_ST_VISIBILITY(symbol->st_other) != STV_DEFAULT &&
		symbol->st_shndx != SHN_UNDEF);
}

static bool missing(const struct object *object,
		    const struct reference *reference)
{
	if (reference->version)
		return fail(object->name, ": symbol ", reference->name,
			    ", version ", reference->version->name,
			    ", is not defined", NULL);
	return fail(object->name, ": symbol ", reference->name,
		    " is not defined", NULL);
}

bool find_symbol(const struct object *object, uint32_t index,
		 enum asker asker, struct definition *definition)
{
	const Elf64_Sym *symbol = object->dynamic.symbols + index;
	struct reference reference = { .asker = asker };

	definition->object = object;
	definition->symbol = symbol;
	if (is_own(symbol))
		return true;
	reference.name = elf_string(&object->dynamic, symbol->st_name);
	if (!reference.name)
		return fail(object->name, ": a symbol's name lies outside "
			    "DT_STRTAB", NULL);
	reference.hash = gnu_hash(reference.name);
	reference.version = wanted_version(object, index);
	if (object->dynamic.flags & DF_SYMBOLIC) {
		definition->symbol = find_in_object(object, &reference);
		if (definition->symbol)
			return true;
	}
	if (find_in_scope(&process.global, &reference, definition) ||
	    (object->scope &&
	     find_in_scope(object->scope, &reference, definition)))
		return true;
	definition->object = NULL;
	return ELF64_ST_BIND(symbol->st_info) == STB_WEAK ||
	       missing(object, &reference);
}
