/*
 * premain/contract/contract_holds.c
 *
 * Clauses against events, in order. reached[j] says that the clauses before
 * the one at hand may have taken the first j events; each clause, or each group
 * between { and }, makes the next row of it.
 */
#include "premain/contract/contract.h"

#include <stdlib.h>
#include <string.h>

enum { MASKS = 1 << CONTRACT_GROUP };

struct match {
	const struct events *events;
	enum tracer_kind tracer;
	bool *reached, *next;
	size_t missing;		/* in a group: the clause that was not met */
};

/* qemu is the process: it does not see its own start and its own end. */
static bool may_be_missing(const struct match *match,
			   const struct clause *clause)
{
	return clause->optional || (match->tracer == TRACER_QEMU &&
		(strncmp(clause->text, "execve(", 7) == 0 ||
		 strncmp(clause->text, "+++ ", 4) == 0));
}

static bool meets(const struct match *match, const struct clause *clause,
		  size_t event)
{
	return clause_meets(clause->text, match->events->list[event],
			    match->tracer);
}

/* "...": from wherever it begins, all that follows. */
static void take_any(struct match *match)
{
	bool here = false;

	for (size_t j = 0; j <= match->events->count; j++) {
		here = here || match->reached[j];
		match->next[j] = here;
	}
}

static void take_clause(struct match *match, const struct clause *clause)
{
	bool *reached = match->reached, *next = match->next;

	for (size_t j = 0; j <= match->events->count; j++) {
		bool here = reached[j] || (clause->repeated && next[j]);

		if (reached[j] && may_be_missing(match, clause))
			next[j] = true;
		if (j == match->events->count || !(here || next[j]))
			continue;
		if (here && meets(match, clause, j)) {
			next[j + 1] = true;
		} else if (is_aside(match->events->list[j])) {
			reached[j + 1] = reached[j + 1] || reached[j];
			next[j + 1] = next[j + 1] || next[j];
		}
	}
}

/* From sets of clauses that are met before an event to those after it. */
static void take_event(const struct match *match, const struct clause *group,
		       size_t event, const bool *masks, bool *after)
{
	bool met[CONTRACT_GROUP];

	for (size_t i = 0; i < group->group; i++)
		met[i] = meets(match, &group[i], event);
	for (size_t mask = 0; mask < MASKS; mask++) {
		if (!masks[mask])
			continue;
		if (is_aside(match->events->list[event]))
			after[mask] = true;
		for (size_t i = 0; i < group->group; i++)
			if (met[i] && (!(mask >> i & 1) || group[i].repeated))
				after[mask | (size_t)1 << i] = true;
	}
}

/* A group's clauses in any order: each is met once. */
static void take_group(struct match *match, const struct clause *group)
{
	bool masks[MASKS] = {false}, after[MASKS];
	size_t needed = 0;

	for (size_t i = 0; i < group->group; i++)
		if (!may_be_missing(match, &group[i]))
			needed |= (size_t)1 << i;
	for (size_t j = 0; j <= match->events->count; j++) {
		masks[0] = masks[0] || match->reached[j];
		memset(after, 0, sizeof after);
		for (size_t mask = 0; mask < MASKS; mask++) {
			if (!masks[mask])
				continue;
			match->reached[j] = true;	/* so far it went */
			match->missing = 0;
			while (needed & ~mask && !(needed >> match->missing &
						   ~mask >> match->missing & 1))
				match->missing++;
			if (!(needed & ~mask))
				match->next[j] = true;
		}
		if (j == match->events->count)
			break;
		take_event(match, group, j, masks, after);
		memcpy(masks, after, sizeof masks);
	}
}

static size_t last(const bool *reached, size_t count)
{
	while (count && !reached[count])
		count--;
	return count;
}

/* The first clause that could not be met; the count where all were. */
static size_t take_all(struct match *match, const struct clause *clauses,
		       size_t count)
{
	size_t size = match->events->count + 1, taken;

	for (size_t i = 0; i < count; i += taken) {
		bool *row = match->reached;

		taken = clauses[i].group ? clauses[i].group : 1;
		match->missing = 0;
		memset(match->next, 0, size);
		if (clauses[i].group)
			take_group(match, &clauses[i]);
		else if (clauses[i].any)
			take_any(match);
		else
			take_clause(match, &clauses[i]);
		if (!memchr(match->next, true, size))
			return i + match->missing;
		match->reached = match->next;
		match->next = row;
	}
	return count;
}

bool contract_holds(const struct contract *contract,
		    const struct section *section, const struct events *events,
		    enum tracer_kind tracer, struct breach *breach)
{
	struct match match = {.events = events, .tracer = tracer,
		.reached = calloc(events->count + 1, 1),
		.next = calloc(events->count + 1, 1)};

	*breach = (struct breach){0, 0};
	if (match.reached && match.next) {
		match.reached[0] = true;
		breach->clause = take_all(&match,
			contract->clauses + section->first, section->count);
		breach->event = last(match.reached, events->count);
		while (breach->event < events->count &&
		       is_aside(events->list[breach->event]))
			breach->event++;
	}
	free(match.reached);
	free(match.next);
	return breach->clause == section->count &&
	       breach->event == events->count;
}
