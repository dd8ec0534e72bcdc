/*
 * loader/dynamic/work.h - the relocations of one object, while they are done
 */
#ifndef LOADER_DYNAMIC_WORK_H
#define LOADER_DYNAMIC_WORK_H

#include "loader/dynamic/symbol.h"

struct work {
	struct object *object;
	const Elf64_Rela *rela;	/* the one that is being done */
	bool deferred;		/* it is the second pass */
	uint32_t symbol;	/* looked up last, and what it means */
	enum asker asker;
	struct definition definition;
};

/*
 * Fails: "OBJECT: DT_RELA's relocation NUMBER: type TYPE SENTENCE". What the
 * types are called stands in elf.h.
 */
bool refuse(const struct work *work, const char *sentence);

/* Looks a symbol up, but for the one that was looked up last. */
bool look_up(struct work *work, uint32_t symbol, enum asker asker);

/* The end of at most so many from here on. */
static inline const Elf64_Rela *behind(const Elf64_Rela *rela,
				       const Elf64_Rela *end, ptrdiff_t most)
{
	return end - rela > most ? rela + most : end;
}

/*
 * Those at the start of a table that need no symbol: crt/relocate.h's work, for
 * places that have been checked. Returns the first one that is left.
 */
const Elf64_Rela *relocate_relative(const struct object *object,
				    const Elf64_Rela *rela,
				    const Elf64_Rela *end);

/* The same for DT_RELR: all of it, or a failure. */
bool relocate_packed(const struct object *object);

/* Has the kernel make the pages of segments of which most is written to. */
void fetch_segments(const struct object *object);

#define GROUP 16		/* relocations that wait for memory together */

/*
 * Does those of a few relocations that are plain, by the index of the global
 * scope: a bit for each that is done, from bit 0 on.
 */
uint32_t relocate_group(const struct object *object, const Elf64_Rela *rela,
			uint32_t size);

/* R_X86_64_COPY: brings a variable's first value into the program. */
bool relocate_copy(struct work *work, void *target);

/* R_X86_64_DTPMOD64, DTPOFF64, TPOFF64 and TLSDESC. */
bool relocate_tls(struct work *work, uint64_t *target);

#endif
