/*
 * loader/dynamic/answers.c - whether a symbol of the right name is the one
 *
 * Source: LSB core 10.7.6, Symbol Resolution.
 */
#include <string.h>

#include "loader/dynamic/answers.h"

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
