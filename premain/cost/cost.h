/*
 * premain/cost/cost.h
 *
 * The ledger of a file: each byte of it has one owner, and so has each byte
 * of the memory that it is given. What nobody owns is said to be so.
 */
#ifndef PREMAIN_COST_H
#define PREMAIN_COST_H

#include "premain/elf/facts.h"

/* Bytes of the file and of memory, under one name. */
struct owner {
	char *name;
	unsigned long long file;
	unsigned long long memory;
	unsigned long long others_file, others_memory;	/* --against */
};

/* A part that somebody claims: [start, end). */
struct claim {
	unsigned long long start, end;
	size_t owner;
};

struct claims {
	struct claim *list;
	size_t count, room;
};

struct ledger {
	struct owner *owners;
	size_t count, room;
	struct claims file;		/* by offset */
	struct claims memory;		/* by address */
	unsigned long long size;	/* of the file */
	bool lost;			/* memory ran out */
};

/* Reads an open file; NULL, or what is wrong with it. */
const char *cost_read(int fd, struct ledger *ledger);

/* The same for its symbols, and for what of a section is in none. */
const char *cost_read_symbols(int fd, struct ledger *ledger);

/* Adds an owner; those of one name become one when all is settled. */
size_t ledger_owner(struct ledger *ledger, const char *name, size_t length);

/*
 * What an owner says is its, in one of the two lists: of two claims, the one
 * that begins later has the byte. What is outside the file is cut off.
 */
void ledger_claim(struct ledger *ledger, struct claims *claims, size_t owner,
		  unsigned long long start, unsigned long long size);

/* Claims the whole pages of each segment; false: they cannot be read. */
bool ledger_claim_pages(struct ledger *ledger, const struct elf_image *image);

/* Gives each byte of the file and of the pages to one owner. */
void ledger_settle(struct ledger *ledger, const struct elf_image *image);

/* Puts the other's figures beside those of the same name. */
void ledger_join(struct ledger *ledger, const struct ledger *other);

/* The largest first. */
void ledger_sort(struct ledger *ledger);
void ledger_free(struct ledger *ledger);

#endif
