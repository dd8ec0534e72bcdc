/*
 * loader/explain/why.c - why:NAME: every candidate, the winner, and the rule
 */
#include <string.h>

#include "loader/explain/explain.h"

static const char *binding(const Elf64_Sym *symbol)
{
	switch (ELF64_ST_BIND(symbol->st_info)) {
	case STB_LOCAL: return "local";
	case STB_WEAK: return "weak";
	case STB_GNU_UNIQUE: return "unique";
	}
	return "global";
}

static const char *visibility(const Elf64_Sym *symbol)
{
	switch (ELF64_ST_VISIBILITY(symbol->st_other)) {
	case STV_PROTECTED: return "protected";
	case STV_HIDDEN: return "hidden";
	case STV_INTERNAL: return "internal";
	}
	return "default";
}

static bool is_named(const struct object *object, uint32_t index)
{
	const char *name = elf_string(&object->dynamic,
		object->dynamic.symbols[index].st_name);

	return name && !strcmp(name, wishes.why);
}

/* Whether others see a definition, and who comes before it. */
static const char *standing(const struct object *object, uint32_t index,
			    const struct object *first)
{
	const Elf64_Sym *symbol = object->dynamic.symbols + index;

	if (ELF64_ST_BIND(symbol->st_info) == STB_LOCAL ||
	    ELF64_ST_VISIBILITY(symbol->st_other) == STV_HIDDEN ||
	    ELF64_ST_VISIBILITY(symbol->st_other) == STV_INTERNAL)
		return "nobody else can see it";
	if (object->versions &&
	    object->dynamic.versym[index] & VERSYM_HIDDEN)
		return "not the default version: for who asks for it";
	return first ? "it comes later" : "the first in the order";
}

/* Returns the first object that has it for others, once it is known. */
static const struct object *explain_candidates(const struct object *object,
					       unsigned int place,
					       const struct object *first)
{
	for (uint32_t i = 1; i < object->dynamic.symbol_count; i++) {
		const Elf64_Sym *symbol = object->dynamic.symbols + i;
		const struct version *version;
		const char *rule;

		if (symbol->st_shndx == SHN_UNDEF || !is_named(object, i))
			continue;
		version = version_of(object, i);
		rule = standing(object, i, first);
		say("candidate", version ? "$place. $object has $name, version "
		    "$version ($binding, $visibility): $rule" :
		    "$place. $object has $name ($binding, $visibility): $rule",
		    "#place", decimal(place), "object", name_of(object),
		    "name", wishes.why, "version", version ? version->name :
		    NULL, "binding", binding(symbol),
		    "visibility", visibility(symbol), "rule", rule, NULL);
		if (!first && *rule == 't')
			first = object;
	}
	return first;
}

static bool is_used(const struct object *object, uint32_t index)
{
	const struct elf_dynamic *dynamic = &object->dynamic;

	for (uint64_t i = 0; i < dynamic->rela_count; i++)
		if (ELF64_R_SYM(dynamic->rela[i].r_info) == index)
			return true;
	for (uint64_t i = 0; i < dynamic->jmprel_count; i++)
		if (ELF64_R_SYM(dynamic->jmprel[i].r_info) == index)
			return true;
	return false;
}

/* By which rule a symbol of an object got its definition. */
static const char *rule_of(const struct object *object,
			   const Elf64_Sym *symbol,
			   const struct definition *winner,
			   const struct version *version)
{
	bool own = winner->object == object;

	if (!winner->object)
		return "nobody has it, and it is weak: its address is 0";
	if (own && winner->symbol == symbol) {
		if (ELF64_ST_BIND(symbol->st_info) == STB_LOCAL)
			return "its own: local";
		if (ELF64_ST_VISIBILITY(symbol->st_other) == STV_PROTECTED)
			return "its own: protected";
		if (ELF64_ST_VISIBILITY(symbol->st_other) != STV_DEFAULT)
			return "its own: hidden";
		if (object->dynamic.flags & DF_SYMBOLIC)
			return "its own: -Bsymbolic";
	}
	if (ELF64_ST_BIND(winner->symbol->st_info) == STB_GNU_UNIQUE)
		return "unique: one for the whole process";
	if (version)
		return "the first in the order that has this version";
	if (ELF64_ST_BIND(winner->symbol->st_info) == STB_WEAK)
		return "the first in the order; that it is weak counts for "
		       "linkers only";
	return "the first in the order";
}

static void explain_asking(const struct object *object)
{
	for (uint32_t i = 1; i < object->dynamic.symbol_count; i++) {
		const Elf64_Sym *symbol = object->dynamic.symbols + i;
		const struct version *version;
		struct definition winner;
		const char *rule;

		if (!is_named(object, i) || !is_used(object, i))
			continue;
		version = version_of(object, i);
		rule = services->find_symbol(object, i, ASKS_CALL, &winner) ?
			rule_of(object, symbol, &winner, version) :
			"nobody has it: it cannot be bound";
		say("winner", version ? "$object asks for $name, version "
		    "$version, and gets $answer's: $rule" : "$object asks for "
		    "$name, and gets $answer's: $rule",
		    "object", name_of(object), "name", wishes.why,
		    "version", version ? version->name : NULL,
		    "answer", name_of(winner.object), "rule", rule, NULL);
	}
}

void explain_why(const struct object *first)
{
	const struct scope *scope = &services->process->global;
	const struct object *has = NULL;
	unsigned int place = 0;

	for (uint32_t i = 0; i < scope->count; i++)
		has = explain_candidates(scope->objects[i], ++place, has);
	scope = first->scope;
	for (uint32_t i = 0; scope && i < scope->count; i++)
		if (!scope->objects[i]->global)
			has = explain_candidates(scope->objects[i], ++place,
						 has);
	if (!has)
		say("candidate", "nobody has $name for others",
		    "name", wishes.why, NULL);
	for (; first; first = next_object(first))
		explain_asking(first);
}
