/*
 * loader/dynamic/answers.c - whether a symbol of the right name is the one
 *
 * Source: gABI ch. 4, Symbol Table (binding, visibility, section index); LSB
 * core 10.7.6, Symbol Resolution; psABI 4.3 (a function's address in a program
 * that is not position-independent).
 */
#include <string.h>

#include "loader/dynamic/symbol.h"

/* Bit sets of what a definition can be. */
enum {
	TYPES = 1 << STT_NOTYPE | 1 << STT_OBJECT | 1 << STT_FUNC |
		1 << STT_COMMON | 1 << STT_TLS | 1 << STT_GNU_IFUNC,
	BINDINGS = 1 << STB_GLOBAL | 1 << STB_WEAK | 1 << STB_GNU_UNIQUE,
	VISIBILITIES = 1 << STV_DEFAULT | 1 << STV_PROTECTED
};

static bool is_definition(const Elf64_Sym *symbol, enum asker asker)
{
	unsigned int type = ELF64_ST_TYPE(symbol->st_info);

	if (!(TYPES >> type & BINDINGS >> ELF64_ST_BIND(symbol->st_info) &
	      VISIBILITIES >> ELF64_ST_VISIBILITY(symbol->st_other) & 1))
		return false;
	if (symbol->st_value == 0)	/* a place where nothing can be */
		return type == STT_TLS ? symbol->st_shndx != SHN_UNDEF :
					 symbol->st_shndx == SHN_ABS;
	/* The address of a PLT entry stands for the function's, to all. */
	return symbol->st_shndx != SHN_UNDEF ||
	       (type == STT_FUNC &&
		(asker == ASKS_ADDRESS || asker == ASKS_NEWEST));
}

/*
 * A symbol without a version, or with the first one of its object, answers
 * those who were linked before there were versions; else the default one does.
 */
static enum answer answers_any(unsigned int versym, enum asker asker)
{
	unsigned int index = versym & VERSYM_VERSION;

	if (index < (asker == ASKS_NEWEST ? 2 : 3))
		return ANSWERS;
	return versym & VERSYM_HIDDEN ? NO_ANSWER : ANSWERS_ALONE;
}

static bool has_version(const struct object *object, unsigned int versym,
			const struct version *wanted)
{
	unsigned int index = versym & VERSYM_VERSION;
	const struct version *version = &object->versions[index];

	if (index >= object->dynamic.version_count)
		return false;
	if (!version->name)	/* the object's own name: no version */
		return !wanted->hidden && !(versym & VERSYM_HIDDEN);
	return version->hash == wanted->hash &&
	       !strcmp(version->name, wanted->name);
}

enum answer symbol_answers(const struct object *object,
			   const Elf64_Sym *symbol,
			   const struct reference *reference)
{
	unsigned int versym;

	if (!is_definition(symbol, reference->asker))
		return NO_ANSWER;
	if (!object->versions)
		return ANSWERS;
	versym = object->dynamic.versym[symbol - object->dynamic.symbols];
	if (!reference->version)
		return answers_any(versym, reference->asker);
	return has_version(object, versym, reference->version) ? ANSWERS :
								 NO_ANSWER;
}
