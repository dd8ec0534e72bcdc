/*
 * loader/dynamic/lookup.c - a name's symbol in one object, and in several
 *
 * Source: "GNU Hash ELF Sections" (the filter, the chains); gABI ch. 5, Hash
 * Table.
 */
#include "loader/dynamic/answers.h"
#include "loader/dynamic/index.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/symbol.h"

bool symbol_is_named(const struct object *object, const Elf64_Sym *symbol,
		     const char *name)
{
	const char *own = elf_string(&object->dynamic, symbol->st_name);

	return own && same_name(own, name);
}

/* What of an object has been seen that may answer a reference. */
struct found {
	const Elf64_Sym *symbol;
	uint32_t count;		/* of those that answer only alone */
};

/* Whether a symbol ends the search: no other of the object can be better. */
static bool ends(const struct object *object, uint32_t index,
		 const struct reference *reference, struct found *found)
{
	const Elf64_Sym *symbol = object->dynamic.symbols + index;
	enum answer answer;

	if (!symbol_is_named(object, symbol, reference->name))
		return false;
	if (object->versions)
		answer = symbol_answers(object, symbol, reference);
	else
		answer = is_definition(symbol, reference->asker) ?
			ANSWERS : NO_ANSWER;
	if (answer == NO_ANSWER)
		return false;
	found->symbol = symbol;
	found->count += answer == ANSWERS_ALONE;
	if (answer == ANSWERS)
		found->count = 1;
	return answer == ANSWERS;
}

static void find_by_gnu_hash(const struct object *object,
			     const struct reference *reference,
			     struct found *found)
{
	const struct elf_gnu_hash *table = &object->dynamic.gnu_hash;
	uint32_t hash = reference->hash, at, stored;
	uint64_t word = table->bloom[hash / 64 & table->bloom_mask];

	if (!(word >> (hash & 63) & word >> (hash >> table->bloom_shift & 63) &
	      1))
		return;
	at = table->buckets[hash % table->bucket_count];
	if (at == 0)
		return;
	do {
		stored = table->chains[at - table->first_symbol];
		if (!((stored ^ hash) >> 1) &&
		    ends(object, at, reference, found))
			return;
		at++;
	} while (!(stored & 1));
}

static void find_by_hash(const struct object *object,
			 const struct reference *reference,
			 struct found *found)
{
	const struct elf_hash *table = &object->dynamic.hash;
	uint32_t at = table->buckets[sysv_hash(reference->name) %
				     table->bucket_count];

	while (at && !ends(object, at, reference, found))
		at = table->chains[at];
}

const Elf64_Sym *find_in_object(const struct object *object,
				const struct reference *reference)
{
	struct found found = { NULL, 0 };

	if (object->dynamic.gnu_hash.bucket_count)
		find_by_gnu_hash(object, reference, &found);
	else if (object->dynamic.hash.bucket_count)
		find_by_hash(object, reference, &found);
	return found.count == 1 ? found.symbol : NULL;
}

bool find_in_scope(const struct scope *scope,
		   const struct reference *reference,
		   struct definition *definition)
{
	const Elf64_Sym *symbol = NULL;
	uint32_t i = 0;

	if (scope->index)
		i = index_first(scope, reference, &symbol);
	for (; i < scope->count; i++) {
		const struct object *object = scope->objects[i];

		if (!symbol && object->dynamic.defines &&
		    (reference->asker != ASKS_COPY ||
		     object != process.program))
			symbol = find_in_object(object, reference);
		if (!symbol)
			continue;
		definition->symbol = symbol;
		definition->object = object;
		if (ELF64_ST_BIND(symbol->st_info) == STB_GNU_UNIQUE &&
		    reference->asker != ASKS_COPY)
			settle_unique(reference, definition);
		return true;
	}
	return false;
}
