/*
 * loader/dynamic/index.c - from a name's hash to the first object that has it
 *
 * A walk asks one object after another; its cost grows with their number. The
 * index is made of the hashes that DT_GNU_HASH stores, so no name is read for
 * it, and says where the walk can begin. It is a hint and never an answer: the
 * rules of symbols and versions are those of the walk, which goes on from there
 * where the first object that has the name does not answer for it.
 *
 * An entry is one word: the hash, the place of the object in the scope, the
 * index of its symbol. Zero: it is empty.
 */
#include <linux/mman.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/index.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"

struct index {
	uint64_t *entries;
	uint32_t count;		/* of the objects in it */
	unsigned int bits;	/* of the number of entries */
	unsigned int shift;	/* where an entry's object begins */
};

#define HASH_SHIFT 32		/* where an entry's hash begins */
#define FETCHED 16		/* relocations together: lines under way */

/*
 * Where to look for a hash first. Names that differ in their end have hashes
 * that follow each other: they are scattered (Knuth's multiplicative method).
 */
static inline uint32_t home(const struct index *index, uint32_t hash)
{
	return hash * 0x9e3779b1 >> (32 - index->bits);
}

/* The entry of a hash, or the empty one where it would be. */
static inline uint64_t *place_of(const struct index *index, uint32_t hash)
{
	uint32_t mask = (1U << index->bits) - 1, at = home(index, hash);

	while (index->entries[at] && index->entries[at] >> HASH_SHIFT != hash)
		at = (at + 1) & mask;
	return &index->entries[at];
}

/* Puts a symbol in, unless an object before it has one of its hash. */
static inline void put(struct index *index, uint32_t hash, uint32_t object,
		       uint32_t symbol)
{
	uint64_t *entry = place_of(index, hash);

	if (!*entry)
		*entry = (uint64_t)hash << HASH_SHIFT |
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
			if (hash % table->bucket_count == i)
				put(index, hash, place, symbol);
			if ((hash + 1) % table->bucket_count == i)
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

static bool is_asked(const char *word)
{
	return process.narrate && !strcmp(process.narrate, word);
}

static bool pays(const struct scope *scope, uint64_t names, uint64_t lookups)
{
	if (is_asked("walk"))
		return false;
	return lookups * scope->count > 4 * names || is_asked("index");
}

void index_scope(struct scope *scope, uint64_t lookups)
{
	struct index *index;
	uint64_t names = 0, most = 0;
	unsigned int room = 10;
	long memory;

	if (scope->index || (scope->count < 8 && !process.narrate))
		return;
	for (uint32_t i = 0; i < scope->count; i++) {
		names += names_of(scope->objects[i]);
		most |= scope->objects[i]->dynamic.symbol_count;
	}
	if (!pays(scope, names, lookups) ||
	    bits(most) + bits(scope->count) > HASH_SHIFT)
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

/* The symbol of an entry, and its object. */
static inline const Elf64_Sym *symbol_of(const struct scope *scope,
					 uint64_t entry,
					 const struct object **object)
{
	unsigned int shift = scope->index->shift;

	*object = scope->objects[(uint32_t)entry >> shift];
	return (*object)->dynamic.symbols +
	       ((uint32_t)entry & ((1U << shift) - 1));
}

/* Three steps down, each for all: the entry, its symbol, the symbol's name. */
const Elf64_Rela *index_fetch(const struct object *object,
			      const Elf64_Rela *rela, const Elf64_Rela *end)
{
	const struct scope *scope = &process.global;
	const struct index *index = scope->index;
	const struct object *owners[FETCHED];
	const Elf64_Sym *symbols[FETCHED], *symbol;
	uint32_t hashes[FETCHED], count = 0, found = 0;
	const char *name;

	if (!index)
		return end;
	if (end - rela > FETCHED)
		end = rela + FETCHED;
	for (; rela < end; rela++) {
		symbol = elf_symbol(&object->dynamic,
				    ELF64_R_SYM(rela->r_info));
		name = symbol ? elf_string(&object->dynamic, symbol->st_name) :
				NULL;
		if (!name)
			continue;
		hashes[count] = gnu_hash(name);
		__builtin_prefetch(index->entries + home(index, hashes[count]));
		count++;
	}
	for (uint32_t i = 0; i < count; i++) {
		uint64_t entry = *place_of(index, hashes[i]);

		if (!entry)
			continue;
		symbols[found] = symbol_of(scope, entry, &owners[found]);
		__builtin_prefetch(symbols[found]);
		found++;
	}
	for (uint32_t i = 0; i < found; i++)
		__builtin_prefetch(owners[i]->dynamic.strings +
				   symbols[i]->st_name);
	return end;
}

uint32_t index_first(const struct scope *scope,
		     const struct reference *reference,
		     const Elf64_Sym **symbol)
{
	uint64_t entry = *place_of(scope->index, reference->hash);
	const struct object *object;

	*symbol = NULL;
	if (!entry)
		return scope->index->count;
	*symbol = symbol_of(scope, entry, &object);
	if ((reference->asker == ASKS_COPY && object == process.program) ||
	    !symbol_is_named(object, *symbol, reference->name) ||
	    symbol_answers(object, *symbol, reference) != ANSWERS)
		*symbol = NULL;
	return (uint32_t)entry >> scope->index->shift;
}
