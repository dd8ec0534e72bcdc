/*
 * loader/dynamic/lookup.c - a name's symbol in one object, and in several
 *
 * Source: "GNU Hash ELF Sections" (the filter, the chains); gABI ch. 5, Hash
 * Table.
 */
#include <string.h>

#include "loader/dynamic/process.h"
#include "loader/dynamic/symbol.h"

uint32_t gnu_hash(const char *name)
{
	const unsigned char *at = (const unsigned char *)name;
	uint32_t hash = 5381;

	while (*at)
		hash = hash * 33 + *at++;
	return hash;
}

uint32_t sysv_hash(const char *name)
{
	const unsigned char *at = (const unsigned char *)name;
	uint32_t hash = 0;

	while (*at) {
		hash = (hash << 4) + *at++;
		hash ^= hash >> 24 & 0xf0;
	}
	return hash & 0x0fffffff;
}

static bool is_named(const struct object *object, const Elf64_Sym *symbol,
		     const struct reference *reference)
{
	const char *name = elf_string(&object->dynamic, symbol->st_name);

	return name && !strcmp(name, reference->name);
}

static const Elf64_Sym *find_by_gnu_hash(const struct object *object,
					 const struct reference *reference)
{
	const struct elf_gnu_hash *table = &object->dynamic.gnu_hash;
	uint32_t hash = reference->hash, at;
	uint64_t word = table->bloom[hash / 64 & table->bloom_mask];

	if (!(word >> (hash & 63) & word >> (hash >> table->bloom_shift & 63) &
	      1))
		return NULL;
	at = table->buckets[hash % table->bucket_count];
	if (at == 0)
		return NULL;
	for (;; at++) {
		uint32_t stored = table->chains[at - table->first_symbol];
		const Elf64_Sym *symbol = object->dynamic.symbols + at;

		if (!((stored ^ hash) >> 1) &&
		    is_named(object, symbol, reference) &&
		    symbol_answers(object, symbol, reference))
			return symbol;
		if (stored & 1)
			return NULL;
	}
}

static const Elf64_Sym *find_by_hash(const struct object *object,
				     const struct reference *reference)
{
	const struct elf_hash *table = &object->dynamic.hash;
	uint32_t at = table->buckets[sysv_hash(reference->name) %
				     table->bucket_count];

	for (; at; at = table->chains[at]) {
		const Elf64_Sym *symbol = object->dynamic.symbols + at;

		if (is_named(object, symbol, reference) &&
		    symbol_answers(object, symbol, reference))
			return symbol;
	}
	return NULL;
}

const Elf64_Sym *find_in_object(const struct object *object,
				const struct reference *reference)
{
	if (object->dynamic.gnu_hash.bucket_count)
		return find_by_gnu_hash(object, reference);
	if (object->dynamic.hash.bucket_count)
		return find_by_hash(object, reference);
	return NULL;
}

bool find_in_scope(const struct scope *scope,
		   const struct reference *reference,
		   struct definition *definition)
{
	for (uint32_t i = 0; i < scope->count; i++) {
		const struct object *object = scope->objects[i];

		if (reference->asker == ASKS_COPY && object == process.program)
			continue;
		definition->symbol = find_in_object(object, reference);
		if (definition->symbol) {
			definition->object = object;
			return true;
		}
	}
	return false;
}
