/*
 * premain/diff/pairing_make.c
 *
 * Both sides in step, as one list of rows: what is alone comes where it
 * stands.
 */
#include "premain/diff/diff.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void add(struct pairing *pairing, enum diff_kind kind,
		const struct diff_event *a, const struct diff_event *b)
{
	pairing->rows[pairing->count++] = (struct diff_row){kind, a, b};
	pairing->kinds[kind]++;
}

/* What only one side has, but need not: how much memory threads ask for, how
 * long they wait, and how far one has come when another ends them all. */
static bool is_chance(const struct diff_side *side,
		      const struct diff_event *event)
{
	const struct diff_event *at = event;

	if (!event->threaded || event->role == ROLE_MEMORY ||
	    name_is_in(event->name, strlen(event->name), " getrusage "
		       "clock_gettime clock_nanosleep nanosleep sched_yield "))
		return event->threaded;
	if (event->process == event->group)
		return false;
	while (++at < side->events + side->count &&
	       at->process == event->process)
		if (at->partner && at->name[0])
			return false;
	return true;
}

static void add_all(struct pairing *pairing)
{
	const struct diff_side *a = &pairing->sides[0], *b = &pairing->sides[1];
	const struct diff_event *x = a->events, *y = b->events;
	const struct diff_event *last_x = x + a->count, *last_y = y + b->count;

	while (x < last_x || y < last_y) {
		if (x < last_x && !x->partner) {
			if (!is_chance(a, x))
				add(pairing, DIFF_GONE, x, NULL);
			x++;
		} else if (y < last_y && !y->partner) {
			if (!is_chance(b, y))
				add(pairing, DIFF_ADDED, NULL, y);
			y++;
		} else if (y < last_y && y->partner < x) {
			y++;		/* it stands beside its partner */
		} else {
			add(pairing, (is_same(x, x->partner) && !x->moved) ||
			    (x->threaded && x->role == ROLE_MEMORY &&
			     x->failed == x->partner->failed) ?
			    DIFF_SAME : DIFF_CHANGED, x, x->partner);
			x++;
		}
	}
}

bool pairing_make(struct pairing *pairing)
{
	const struct diff_side *a = &pairing->sides[0], *b = &pairing->sides[1];

	pairing->rows = calloc(a->count + b->count + 1,
			       sizeof *pairing->rows);
	errno = ENOMEM;
	if (!pairing->rows)
		return false;
	errno = EDOM;
	if (!diff_align(a, b))
		return false;
	pair_moved(a, b);
	add_all(pairing);
	return true;
}

void pairing_free(struct pairing *pairing)
{
	diff_free(&pairing->sides[0]);
	diff_free(&pairing->sides[1]);
	free(pairing->rows);
}
