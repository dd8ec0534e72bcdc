/*
 * premain/cost/run.h
 *
 * What a program has of the memory when it ends, by ptrace(2) and proc(5).
 */
#ifndef PREMAIN_COST_RUN_H
#define PREMAIN_COST_RUN_H

#include <stdint.h>

#include "premain/cost/cost.h"
#include "premain/run/run.h"

/* The figures of its owners, in kB: of what is resident, shared is what other
 * processes have, too, and clean what is in a file as well. */
enum {
	RUN_SIZE, RUN_RESIDENT, RUN_PSS, RUN_SHARED_CLEAN, RUN_SHARED_DIRTY,
	RUN_PRIVATE_CLEAN, RUN_PRIVATE_DIRTY, RUN_FIGURES
};

/* Faults, from its start on; and the most kB that were resident. */
enum { RUN_MINOR, RUN_MAJOR, RUN_PEAK, RUN_TOTALS };

/* One mapping; its owner is the file that it is of, or belongs to. */
struct region_cost {
	struct proc_range range;	/* its texts are in smaps */
	const char *owner;
	unsigned long long figures[RUN_FIGURES];
	char *pages;		/* a letter each; NULL: not asked for */
};

struct cost_run {
	int pid;		/* of the first process */
	int task;		/* of it, the one that ends last */
	bool pages;		/* asked for */
	bool measured, timed_out;
	unsigned int threads;
	int status;		/* as wait(2) gives it */
	unsigned long long totals[RUN_TOTALS];
	unsigned long long before[RUN_PEAK];	/* faults, of its start */
	const char *wrong;
	struct text smaps;
	struct region_cost *regions;
	size_t count, room;
	bool lost;
};

/* Runs a command, whose program is there, to its end or for so many seconds
 * (0: without a limit). NULL, or what went wrong. */
const char *cost_run(struct cost_run *run, const char *program,
		     char *const *command, unsigned int limit);
void cost_run_free(struct cost_run *run);

/* What the process has now. NULL, or what cannot be read. */
const char *cost_run_read(struct cost_run *run, int task);

/* Minor and major page faults of a process until now. */
bool read_faults(int pid, unsigned long long faults[2]);

/* Gives each mapping its owner. */
void name_regions(struct cost_run *run);

/* A letter for each page of each mapping. */
void read_pages(struct cost_run *run);

/* The mappings, summed up by their owners. */
void cost_run_add(const struct cost_run *run, struct ledger *ledger);

/* put_run.c: the lines above a table and below it, and members of JSON. other
 * may be NULL. */
void put_run(struct text *text, const char *name, const struct cost_run *run,
	     const char *other_name, const struct cost_run *other);
void put_run_pages(struct text *text, const struct cost_run *run);
void put_run_json(struct text *text, const struct cost_run *run,
		  const struct cost_run *other);

#endif
