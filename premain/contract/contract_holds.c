/*
 * premain/contract/contract_holds.c
 *
 * Clauses against events, in order: "..." takes as many as it must, an optional
 * clause one or none. What qemu never shows is not asked of it.
 */
#include "premain/contract/contract.h"

#include <stdlib.h>
#include <string.h>

/* The end of a program and signals: only clauses that name them meet them. */
static bool is_aside(const struct trace_event *event)
{
	return event->kind != TRACE_CALL;
}

static bool is_unseen(const struct clause *clause, enum tracer_kind tracer)
{
	return tracer == TRACER_QEMU &&
	       strncmp(clause->text, "execve(", 7) == 0;
}

/*
 * reached[j]: the clauses before the one at hand may have taken the first j
 * events. One row after the other.
 */
bool contract_holds(const struct contract *contract,
		    const struct trace_event *events, size_t count,
		    enum tracer_kind tracer, struct breach *breach)
{
	bool *reached = calloc(count + 1, 1), *next = calloc(count + 1, 1);
	bool holds = false;

	*breach = (struct breach){0, 0};
	if (!reached || !next) {
		free(reached);
		free(next);
		return false;
	}
	reached[0] = true;
	for (size_t i = 0; i < contract->count; i++) {
		const struct clause *clause = &contract->clauses[i];
		bool any = false;

		memset(next, 0, count + 1);
		for (size_t j = 0; j <= count; j++) {
			bool here = reached[j];

			if (clause->any)
				here = here || (j && next[j - 1]);
			if (here && (clause->any || clause->optional ||
				     is_unseen(clause, tracer)))
				next[j] = true;
			if (clause->any || j == count || !reached[j])
				continue;
			if (clause_meets(clause->text, &events[j], tracer))
				next[j + 1] = true;
			else if (is_aside(&events[j]))
				reached[j + 1] = true;
		}
		for (size_t j = 0; j <= count; j++)
			any = any || next[j];
		if (!any) {
			for (size_t j = 0; j <= count; j++)
				if (reached[j])
					breach->event = j;
			breach->clause = i;
			goto out;
		}
		bool *row = reached;

		reached = next;
		next = row;
	}
	for (size_t j = 0; j <= count; j++)
		if (reached[j])
			breach->event = j;
	while (breach->event < count && is_aside(&events[breach->event]))
		breach->event++;
	breach->clause = contract->count;
	holds = breach->event == count;
out:
	free(reached);
	free(next);
	return holds;
}
