/*
 * loader/dynamic/answers.c - whether a symbol of the right name is the one
 *
 * Source: gABI ch. 4, Symbol Table (binding, visibility, section index); LSB
 * core 10.7.6, Symbol Resolution; psABI 4.3 (a function's address in a program
 * that is not position-independent).
 */
#include <string.h>

#include "loader/dynamic/symbol.h"

static bool is_definition(const Elf64_Sym *symbol, enum asker asker)
{
	unsigned int type = ELF64_ST_TYPE(symbol->st_info);
	unsigned int binding = ELF64_ST_BIND(symbol->st_info);
	unsigned int visibility = ELF64_ST_VISIBILITY(symbol->st_other);

	if (binding != STB_GLOBAL && binding != STB_WEAK &&
	    binding != STB_GNU_UNIQUE)
		return false;
	if (visibility == STV_HIDDEN || visibility == STV_INTERNAL)
		return false;
	if (type > STT_TLS ? type != STT_GNU_IFUNC :
	    type == STT_SECTION || type == STT_FILE)
		return false;
	/* The address of a PLT entry stands for the function's, to all. */
	if (symbol->st_shndx == SHN_UNDEF)
		return symbol->st_value && asker == ASKS_ADDRESS &&
		       type == STT_FUNC;
	return true;
}

/*
 * A symbol without a version, or with the first one of its object, answers
 * those who were linked before there were versions.
 */
static bool answers_any(unsigned int versym, enum asker asker)
{
	unsigned int index = versym & VERSYM_VERSION;

	if (index < (asker == ASKS_NEWEST ? 2 : 3))
		return true;
	return !(versym & VERSYM_HIDDEN);
}

bool symbol_answers(const struct object *object, const Elf64_Sym *symbol,
		    const struct reference *reference)
{
	const struct version *wanted = reference->version, *version;
	unsigned int versym, index;

	if (!is_definition(symbol, reference->asker))
		return false;
	if (!object->versions)
		return true;
	versym = object->dynamic.versym[symbol - object->dynamic.symbols];
	if (!wanted)
		return answers_any(versym, reference->asker);
	index = versym & VERSYM_VERSION;
	if (index >= object->dynamic.version_count)
		return false;
	version = &object->versions[index];
	if (!version->name)	/* the object's own name: no version */
		return !wanted->hidden && !(versym & VERSYM_HIDDEN);
	return version->hash == wanted->hash &&
	       !strcmp(version->name, wanted->name);
}
