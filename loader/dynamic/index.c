/*
 * loader/dynamic/index.c - from a name's hash to the first object that has it
 *
 * A walk asks one object after another; its cost grows with their number. The
 * index is made of the hashes that DT_GNU_HASH stores, so no name is read for
 * it, and says where the walk can begin. It is a hint and never an answer: the
 * rules of symbols and versions are those of the walk, which goes on from there
 * where the first object that has the name does not answer for it.
 *
 * Measured on a Xeon (microseconds from exec to exit, all bound at the start):
 *
 *	libraries   names  look-ups   glibc    walk   index
 *	        2   2,000       200     217     123     144
 *	        2   2,000     4,000     364     316     226
 *	       10   5,000     1,000     434     312     312
 *	       50  10,000       500   1,302     927     991
 *	       50  10,000    10,000   4,794   4,424   1,486
 *	      200  20,000       800   6,553   3,670   3,965
 *	      200  20,000    20,000  16,656  14,786   5,021
 *
 * A name costs 14 to 30 ns once. Then a look-up saves 25 ns, and 3.5 ns for
 * each object of the scope.
 */
#include <linux/mman.h>

#include <premain/syscalls.h>

#include "loader/dynamic/index.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"

#define MOST (1UL << 24)	/* names: 256 MB of entries at most */

/* Puts a symbol in, unless an object before it has one of its hash. */
static void put(struct index *index, uint32_t hash, uint32_t object,
		uint32_t symbol)
{
	uint64_t *entry = index_entry(index, hash);

	if (!*entry)
		*entry = (uint64_t)hash << INDEX_HASH_SHIFT |
			 (uint64_t)object << index->shift | symbol;
}

/*
 * Chains keep 31 bits of a hash, and the bucket tells the last one: unless it
 * is the only one. False: buckets lead to more names than there are, so some
 * share theirs.
 */
static bool put_gnu(struct index *index, const struct object *object,
		    uint32_t place, uint32_t left)
{
	const struct elf_gnu_hash *table = &object->dynamic.gnu_hash;

	for (uint32_t i = 0; i < table->bucket_count; i++) {
		uint32_t symbol = table->buckets[i], stored, hash;

		if (!symbol)
			continue;
		do {
			if (left-- == 0)
				return false;
			stored = table->chains[symbol - table->first_symbol];
			hash = stored & ~1U;
			hash += hash % table->bucket_count != i;
			put(index, hash, place, symbol);
			if (table->bucket_count == 1)
				put(index, hash + 1, place, symbol);
			symbol++;
		} while (!(stored & 1));
	}
	return true;
}

/* Here names have to be read; those that are only referred to are there too. */
static void put_sysv(struct index *index, const struct object *object,
		     uint32_t place)
{
	const struct elf_hash *table = &object->dynamic.hash;

	for (uint32_t i = 0; i < table->bucket_count; i++)
		for (uint32_t at = table->buckets[i]; at;
		     at = table->chains[at]) {
			const Elf64_Sym *symbol = object->dynamic.symbols + at;
			const char *name = elf_string(&object->dynamic,
						      symbol->st_name);

			if (name && (symbol->st_shndx || symbol->st_value))
				put(index, gnu_hash(name), place, at);
		}
}

/* At least as many as an object has names, and the highest index of one. */
static uint32_t names_of(const struct object *object)
{
	return object->dynamic.symbol_count -
	       (object->dynamic.gnu_hash.bucket_count ?
		object->dynamic.gnu_hash.first_symbol : 0);
}

static unsigned int bits(uint64_t number)
{
	return number ? 64 - (unsigned int)__builtin_clzl(number) : 0;
}

static bool pays(const struct scope *scope, uint64_t names, uint64_t lookups)
{
	return process.look_up || lookups * (scope->count + 7) > 8 * names;
}

void index_scope(struct scope *scope, uint64_t lookups)
{
	struct index *index;
	uint64_t names = 0, most = 0;
	unsigned int room = 10;
	long memory;

	if (scope->index || process.look_up == 'w')
		return;
	for (uint32_t i = 0; i < scope->count; i++) {
		names += names_of(scope->objects[i]);
		most |= scope->objects[i]->dynamic.symbol_count;
	}
	if (!pays(scope, names, lookups) || names > MOST ||
	    bits(most) + bits(scope->count) > INDEX_HASH_SHIFT)
		return;
	while ((3UL << room) / 4 <= names)
		room++;
	index = allocate(sizeof *index);
	memory = sys_mmap(0, 8UL << room, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
	if (!index || (unsigned long)memory >= -4095UL)
		return;
	index->entries = (uint64_t *)memory;
	index->bits = room;
	index->count = scope->count;
	index->shift = bits(most);
	scope->index = index;
	for (uint32_t i = 0; i < scope->count; i++) {
		const struct object *object = scope->objects[i];

		if (!object->dynamic.gnu_hash.bucket_count)
			put_sysv(index, object, i);
		else if (!put_gnu(index, object, i, names_of(object)))
			return index_forget(scope);
	}
}

void index_forget(struct scope *scope)
{
	struct index *index = scope->index;

	if (!index)
		return;
	scope->index = NULL;
	sys_munmap(index->entries, 8UL << index->bits);
	release(index, sizeof *index);
}

uint32_t index_first(const struct scope *scope,
		     const struct reference *reference,
		     const Elf64_Sym **symbol)
{
	uint64_t entry = *index_entry(scope->index, reference->hash);
	struct definition first;

	*symbol = NULL;
	if (!entry)
		return scope->index->count;
	first = index_definition(scope, entry);
	if ((reference->asker != ASKS_COPY ||
	     first.object != process.program) &&
	    symbol_is_named(first.object, first.symbol, reference->name) &&
	    symbol_answers(first.object, first.symbol, reference) == ANSWERS)
		*symbol = first.symbol;
	return (uint32_t)entry >> scope->index->shift;
}
