/*
 * loader/dynamic/find_symbol.c - what a name in an object's table means
 *
 * Source: gABI ch. 5, Shared Object Dependencies (the order), DT_SYMBOLIC;
 * ch. 4, Symbol Table (visibility).
 */
#include <string.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/scopes.h"

const struct version *version_of(const struct object *object, uint32_t symbol)
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

static bool is_local(const Elf64_Sym *symbol)
{
	unsigned int visibility = ELF64_ST_VISIBILITY(symbol->st_other);

	return ELF64_ST_BIND(symbol->st_info) == STB_LOCAL ||
	       ((visibility == STV_HIDDEN || visibility == STV_INTERNAL) &&
		symbol->st_shndx != SHN_UNDEF);
}

/*
 * A protected definition is its object's own, whoever comes first. Only the
 * address of a function is that of the program's PLT entry for it, if there is
 * one: a pointer to it must be the same everywhere.
 */
static void find_protected(const struct object *object,
			   const Elf64_Sym *symbol,
			   struct reference *reference,
			   struct definition *definition)
{
	struct definition target = *definition;

	if (reference->asker == ASKS_ADDRESS &&
	    ELF64_ST_TYPE(symbol->st_info) == STT_FUNC &&
	    find_for(object, reference, definition) &&
	    definition->symbol->st_shndx == SHN_UNDEF) {
		reference->asker = ASKS_CALL;
		if (find_for(object, reference, &target) &&
		    target.object == object)
			return;
	}
	definition->object = object;
	definition->symbol = symbol;
}

/* Adds the files of a scope to the failure. False: they are more than fit. */
static bool list_objects(const struct scope *scope, const char *between)
{
	for (uint32_t i = 0; i < scope->count; i++) {
		const char *name = scope->objects[i]->name;
		const char *slash = strrchr(name, '/');
		bool full = strlen(failure) > 320;

		fail(failure, between, full ? "..." : slash ? slash + 1 : name,
			  NULL);
		if (full)
			return false;
		between = ", ";
	}
	return true;
}

static bool missing(const struct object *object,
		    const struct reference *reference)
{
	const struct version *version = reference->version;

	fail(object->name, ": symbol ", reference->name,
	     version ? ", version " : "", version ? version->name : "",
	     ", is in none of: ", NULL);
	if (list_objects(&process.global, "") && object->scope)
		list_objects(object->scope, ", ");
	return false;
}

bool comes_first(const struct object *object)
{
	const struct scope *scope = &process.global;

	for (uint32_t i = 0; i < scope->count; i++) {
		if (scope->objects[i] == object)
			return !object->deep;
		if (scope->objects[i]->dynamic.defines)
			return false;
	}
	return false;
}

/*
 * Whether its own symbol is what a walk would find: a library that comes first
 * finds most of what it asks for in itself, and need not look for it.
 */
static bool is_answer(const struct object *object, const Elf64_Sym *symbol,
		      const struct reference *reference)
{
	return (symbol->st_value || symbol->st_shndx) &&
	       reference->asker != ASKS_COPY && comes_first(object) &&
	       ELF64_ST_BIND(symbol->st_info) != STB_GNU_UNIQUE &&
	       symbol_answers(object, symbol, reference) == ANSWERS;
}

bool find_symbol(const struct object *object, uint32_t index,
		 enum asker asker, struct definition *definition)
{
	const Elf64_Sym *symbol = object->dynamic.symbols + index;
	struct reference reference;

	definition->object = object;
	definition->symbol = symbol;
	if (is_local(symbol))
		return true;
	reference.asker = asker;
	reference.version = version_of(object, index);
	if (is_answer(object, symbol, &reference))
		return true;
	reference.name = elf_string(&object->dynamic, symbol->st_name);
	if (!reference.name)
		return fail(object->name, ": a symbol's name lies outside "
			    "DT_STRTAB", NULL);
	reference.hash = gnu_hash(reference.name);
	if (ELF64_ST_VISIBILITY(symbol->st_other) == STV_PROTECTED &&
	    symbol->st_shndx != SHN_UNDEF) {
		find_protected(object, symbol, &reference, definition);
		return true;
	}
	if (find_for(object, &reference, definition))
		return definition->object->stays ||
		       depend_on(object, definition);
	definition->object = NULL;
	return ELF64_ST_BIND(symbol->st_info) == STB_WEAK ||
	       missing(object, &reference);
}
