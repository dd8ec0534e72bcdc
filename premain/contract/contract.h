/*
 * premain/contract/contract.h
 *
 * What a program's system calls must be: patterns, a line each, held against a
 * run. Tracers show different things; what one does not show, it cannot break.
 */
#ifndef PREMAIN_CONTRACT_H
#define PREMAIN_CONTRACT_H

#include <stdbool.h>
#include <stddef.h>

#include "premain/run/run.h"
#include "premain/text/text.h"
#include "premain/trace/trace.h"

enum {
	CONTRACT_GROUP = 8,		/* clauses between { and }, at most */
	EVERY_PROCESS = 0		/* the number of a section for all */
};

/* One line of a contract. */
struct clause {
	char *text;		/* without blanks at its ends */
	size_t line;		/* its number in the file */
	bool any;		/* "...": any number of calls */
	bool optional;		/* "? ", "?+ ": the call may be missing */
	bool repeated;		/* "+ ", "?+ ": it may be there again */
	size_t group;		/* clauses of its { }, from it on; or 0 */
};

/* The clauses of a process: what follows "process 2", or "process *". */
struct section {
	size_t process;		/* or EVERY_PROCESS */
	size_t first, count;	/* of its clauses */
};

struct contract {
	struct clause *clauses;
	size_t count, room;
	struct section *sections;
	size_t section_count, section_room;
	bool divided;		/* by "process": else one section has all */
	const char *wrong;	/* what a line should not be, or NULL */
	size_t wrong_line;
};

/* Reads a contract; false: it cannot be read, and errno or wrong says why. */
bool contract_read(struct contract *contract, int fd);
void contract_free(struct contract *contract);

/* The events of a process, or of all. */
struct events {
	const struct trace_event **list;
	size_t count;
};

/* Where a run breaks it: the clause and the event that do not meet. */
struct breach {
	size_t clause, event;	/* at the end: the counts */
};

/* Whether all events meet a section's clauses; if not, where at last. */
bool contract_holds(const struct contract *contract,
		    const struct section *section, const struct events *events,
		    enum tracer_kind tracer, struct breach *breach);

/* Whether an event meets a clause, as far as its tracer shows it. */
bool clause_meets(const char *clause, const struct trace_event *event,
		  enum tracer_kind tracer);

/* Whether only clauses that name an event meet it, and it may come at any
 * place. */
bool is_aside(const struct trace_event *event);

/*
 * Gives each process of a trace a number: 1 is the first one, then come its
 * children, in the order in which it made them, then theirs. How many there
 * are; 0: there is no memory. numbers has one for each event, and is to be
 * freed.
 */
size_t number_processes(const struct trace *trace, size_t **numbers);

/* A contract that a run would keep: addresses and the like become *. */
void contract_record(struct text *text, const struct trace *trace,
		     const size_t *numbers, size_t processes);

#endif
