/*
 * premain/cost/cost.h
 *
 * What a program costs: the bytes of its file and of the memory that they are
 * given, each with one owner; the files that it is shipped with; and what it
 * has of the memory when it ends. What nobody owns is said to be so.
 */
#ifndef PREMAIN_COST_H
#define PREMAIN_COST_H

#include "premain/elf/facts.h"
#include "premain/text/text.h"

enum { COST_FIGURES = 8, OTHERS = COST_FIGURES };
#define COST_UNKNOWN (~0ULL)		/* a figure that nobody could give */

/* Figures under one name: a sheet says what they are. From OTHERS on, those of
 * what it is held against. */
struct owner {
	char *name;
	unsigned long long own[OTHERS + COST_FIGURES];
};

/* The figures of a file's ledger. */
enum { IN_FILE, IN_MEMORY };

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
	size_t pages;			/* who has the rest of pages */
	unsigned long long size;	/* of the file */
	bool lost;			/* memory ran out */
};

/* Reads an open file: its sections, or its symbols and what is in none. NULL,
 * or what is wrong with it. */
const char *cost_read(int fd, struct ledger *ledger, bool symbols);
const char *cost_read_symbols(const struct elf_image *image,
			      struct ledger *ledger);

/* Adds an owner; those of one name become one when all is settled. */
size_t ledger_owner(struct ledger *ledger, const char *name);

/*
 * What an owner says is its, in one of the two lists: of two claims, the one
 * that begins later has the byte. What is outside the file is cut off.
 */
void ledger_claim(struct ledger *ledger, struct claims *claims, size_t owner,
		  unsigned long long start, unsigned long long size);

/* A part of a section, where it is in the file and in the memory. */
void ledger_claim_section(struct ledger *ledger, const struct elf_image *image,
			  const char *name, const Elf64_Shdr *section,
			  unsigned long long offset, unsigned long long size);

/* Claims the whole pages of each segment; false: they cannot be read. */
bool ledger_claim_pages(struct ledger *ledger, const struct elf_image *image);

/* Gives each byte of the file and of the pages to one owner. */
void ledger_settle(struct ledger *ledger, const struct elf_image *image);

/* Puts the other's figures beside those of the same name. */
void ledger_join(struct ledger *ledger, const struct ledger *other);

/* The largest first. */
void ledger_sort(struct ledger *ledger);

/* Ends as the claims do: each name once, and none that owns nothing. */
void ledger_merge(struct ledger *ledger);
void ledger_free(struct ledger *ledger);

/* The program and the files that it needs, with their bytes as they are and
 * after strip; false, and why that is not known. */
bool cost_shipping(const char *program, struct ledger *ledger,
		   struct text *why);

enum cost_format { AS_TABLE, AS_MARKDOWN, AS_CSV, AS_JSON };

/* What the figures of a ledger's owners are: their names one behind the
 * other, as CSV and JSON have them. A table has "shared_clean_kb" under
 * "shared" as "clean". */
struct sheet {
	const char *figures;
	size_t count;
	bool shares;		/* of the whole, and changes in percent */
	const char *kind;	/* whose they are, as json_put_members wants */
	const char *subject, *against;	/* against is NULL without */
	struct text members;	/* of the JSON object, besides */
};

void cost_show(struct text *text, struct ledger *ledger,
	       const struct sheet *sheet, enum cost_format format);

/* "+1,234", "-12" or "0": what a figure has more than another. */
void cost_put_difference(struct text *text, unsigned long long now,
			 unsigned long long before);

#endif
