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

/* One line of a contract. */
struct clause {
	char *text;		/* without blanks at its ends */
	size_t line;		/* its number in the file */
	bool any;		/* "...": any number of calls */
	bool optional;		/* "? ": the call may be missing */
};

struct contract {
	struct clause *clauses;
	size_t count;
	bool lost;
};

/* Reads a contract; 0, or -1 with errno. */
int contract_read(struct contract *contract, int fd);
void contract_free(struct contract *contract);

/* Where a run breaks it: the clause and the event that do not meet. */
struct breach {
	size_t clause, event;	/* at the end: their counts */
};

/* Whether all events meet the clauses, in order; if not, where at last. */
bool contract_holds(const struct contract *contract,
		    const struct trace_event *events, size_t count,
		    enum tracer_kind tracer, struct breach *breach);

/* Whether an event meets a clause, as far as its tracer shows it. */
bool clause_meets(const char *clause, const struct trace_event *event,
		  enum tracer_kind tracer);

/* A contract that a run would keep: addresses and the like become *. */
void contract_record(struct text *text, const struct trace_event *events,
		     size_t count);

#endif
