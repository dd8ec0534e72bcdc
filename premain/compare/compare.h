/*
 * premain/compare/compare.h
 *
 * The rooms of `premain compare`: what it was asked, its rows, and the steps
 * from one to the other (see premain/compare.c for their order).
 */
#ifndef PREMAIN_COMPARE_H
#define PREMAIN_COMPARE_H

#include "premain/cost/cost.h"
#include "premain/elf/facts.h"
#include "premain/live/live.h"
#include "premain/run/run.h"
#include "premain/shipping/shipping.h"
#include "premain/text/text.h"
#include "premain/trace/trace.h"
#include "premain/variants/variants.h"

enum format { FORMAT_TABLE, FORMAT_MARKDOWN, FORMAT_CSV, FORMAT_JSON };

struct options {
	enum format format;
	int timeout;			/* seconds */
	unsigned long long steps;	/* the most to count; 0: none */
	unsigned int rounds;		/* of starts to be timed; 0: none */
	const char *pair;		/* "A,B", or NULL */
	const char *premain_gcc;	/* a path, or NULL */
	const char *page;		/* where the page goes, or NULL */
	bool verbose;
	char **files;
	size_t file_count;
	char *const *arguments;		/* for the programs, ends with NULL */
};

/* premain steps' phases: loader, start, main, exit. */
enum { STEP_PHASES = 4 };

/* User steps from execve to the end. */
struct step_counts {
	bool known;
	bool more;		/* the most to count (--steps) was reached */
	unsigned long long all, phases[STEP_PHASES];
};

struct start {
	unsigned long long time;	/* from its start to its end */
	unsigned int round;		/* from 1 */
};

/* So few say little: one that was disturbed is the median. */
enum { ROUNDS_TO_TELL = 5 };

/* Start to end with no tracer, in nanoseconds, of several rounds. */
struct timing {
	unsigned int rounds;	/* 0: not timed */
	struct start *starts;	/* of each round, the fastest first */
	unsigned long long lower, median, upper;	/* the quartiles */
	unsigned int outliers;	/* over upper + 3 * (upper - lower) */
};

enum row_state {
	ROW_MEASURED,
	ROW_MISSING,		/* a tool is not there: no error */
	ROW_ASIDE,		/* the floor, for another program */
	ROW_FAILED
};

/* What is used most stands first: the code that reaches it is shorter. */
struct row {
	const struct variant *variant;	/* NULL: a BINARY as it is */
	const char *name;		/* the variant's, or the file's */
	const char *source;		/* the FILE it comes from */
	enum row_state state;
	bool among_files;		/* which is one of several */
	bool ran;
	bool stripped;
	bool ships;			/* shipped is known */
	struct outcome outcome;
	struct trace *trace;		/* NULL where nothing could trace */
	unsigned long long bytes;	/* after strip */
	struct text note;	/* instead of figures, or beside them */
	struct text program;	/* where it lies, to be started again */
	struct timing timing;
	struct step_counts steps;
	struct capture output, errors;
	unsigned long long shipped;	/* with all that it needs */
	struct needs needs;		/* of what is in shipping */
	struct text command;	/* what built it */
	struct ledger ledger;	/* of it after strip: for the page */
	const char *ledger_wrong;	/* why there is none, or NULL */
	struct live *live;		/* NULL where nobody shows it */
	struct elf_facts facts;
};

struct tracer {
	enum tracer_kind kind;
	char *program;
	struct text why;	/* why it is not strace; "" where it is */
};

/* A cause for standard error, told once, with all rows that it met. */
struct complaint {
	const char *file;
	struct text cause;
	struct text rows;
	size_t row_count;
};

struct comparison {
	struct options options;
	struct row *rows;
	size_t row_count;
	bool slow;		/* too slow for its starts to be timed */
	bool saved;		/* the page is there */
	bool lost;		/* memory ran out */
	struct text folder;	/* ours, removed at the end */
	struct text pipe;	/* in it: the FIFO of the tracers */
	struct text copy;	/* in it: what strip has made last */
	struct text example;	/* the folder of the examples, or "" */
	struct text no_steps;	/* why they are not counted; or "" */
	struct tracer tracer;
	struct complaint *complaints;
	size_t complaint_count, complaint_room;
	struct tools tools;
	struct shipping shipping;
};

/* options.c: 0, or the status to leave with. */
int options_read(struct options *options, char **words);

/* folder.c: a mkdtemp folder under $TMPDIR or /tmp, and its end. */
int folder_make(struct comparison *comparison);
void folder_remove(struct comparison *comparison);
void folder_put(struct text *path, const struct comparison *comparison,
		const char *name);

/* example.c: where hello_world.c and its floor are. */
void example_find(struct text *folder, char **files, size_t count);
void example_put(struct text *path, const struct comparison *comparison,
		 const char *name);
bool example_is(const struct comparison *comparison, const char *source);

/* rows.c: one for each variant of a FILE.c, one for each BINARY. */
int rows_make(struct comparison *comparison);
void rows_free(struct comparison *comparison);

/* words.c: so many empty words, and behind them the programs' arguments; a
 * list to be freed. NULL: no memory. */
char **program_words(const struct comparison *comparison, size_t front);

/* tracer.c */
void tracer_choose(struct comparison *comparison);
struct outcome tracer_run(const struct comparison *comparison,
			  struct row *row, const char *program);

/* measure_*.c: fill one row. */
void measure_row(struct comparison *comparison, struct row *row);
bool measure_file(struct comparison *comparison, struct row *row,
		  const char *program);
void measure_shipping(struct comparison *comparison, struct row *row,
		      const char *program);
void measure_run(struct comparison *comparison, struct row *row,
		 const char *program);
void measure_steps(struct comparison *comparison, struct row *row,
		   const char *program);
void measure_starts(struct comparison *comparison);

/* The median of the floor, or of the fastest without it; 0: not timed. */
unsigned long long floor_start(const struct comparison *comparison);

void measure_live(struct comparison *comparison, struct row *row,
		  const char *program);

/* measure_ledger.c: who owns the bytes of this file. */
void measure_ledger(struct row *row, const char *path);

/* complain.c */
__attribute__((format(printf, 3, 4)))
void complain(struct comparison *comparison, const struct row *row,
	      const char *format, ...);
void tell_complaints(const struct comparison *comparison);

/* How a program ended, as the table has it. */
void put_ending(struct text *text, const struct outcome *outcome);

/* pair.c: the two rows whose traces stand side by side; NULL without. */
struct pair {
	const struct row *left;
	const struct row *right;
};

bool pair_is_known(const struct comparison *comparison);
struct pair pair_choose(const struct comparison *comparison);

/* pair_rows.c: see premain/diff/diff.h; false with errno, as pairing_make.
 * Both must have a trace, and pairing_free is called in any case. */
struct pairing;
bool pair_rows(struct pairing *pairing, const struct row *left,
	       const struct row *right);

/* The row that others of the same FILE are held against; NULL: none. */
const struct row *reference_row(const struct comparison *comparison,
				const struct row *of);

/* The smallest stripped size, 0 where nothing was measured; and how many
 * times as large a size is, in tenths, rounded. */
unsigned long long smallest_size(const struct comparison *comparison);
void put_ratio(struct text *text, unsigned long long bytes,
	       unsigned long long smallest);

/* show_*.c: the four formats. */
void show_table(struct text *text, const struct comparison *comparison);
void show_markdown(struct text *text, const struct comparison *comparison);
void show_csv(struct text *text, const struct comparison *comparison);
void show_json(struct text *text, const struct comparison *comparison);

#endif
