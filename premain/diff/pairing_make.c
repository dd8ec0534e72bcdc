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
static bool is_chance(const struct diff_side *side, const size_t *partners,
		      size_t at)
{
	const struct diff_event *event = &side->events[at];

	if (!event->threaded || event->role == ROLE_MEMORY ||
	    name_is_in(event->name, strlen(event->name), " getrusage "
		       "clock_gettime clock_nanosleep nanosleep sched_yield "))
		return event->threaded;
	if (event->process == event->group)
		return false;
	while (++at < side->count &&
	       side->events[at].process == event->process)
		if (partners[at] != DIFF_ALONE && side->events[at].name[0])
			return false;
	return true;
}

static void add_all(struct pairing *pairing, size_t *const partners[2])
{
	const struct diff_side *a = &pairing->sides[0], *b = &pairing->sides[1];
	size_t x = 0, y = 0;

	while (x < a->count || y < b->count) {
		const struct diff_event *one = &a->events[x], *other;

		if (x < a->count && partners[0][x] == DIFF_ALONE) {
			if (!is_chance(a, partners[0], x))
				add(pairing, DIFF_GONE, one, NULL);
			x++;
		} else if (y < b->count && partners[1][y] == DIFF_ALONE) {
			if (!is_chance(b, partners[1], y))
				add(pairing, DIFF_ADDED, NULL, &b->events[y]);
			y++;
		} else if (y < b->count && partners[1][y] < x) {
			y++;		/* it stands beside its partner */
		} else {
			other = &b->events[partners[0][x]];
			add(pairing, (is_same(one, other) && !one->moved) ||
			    (one->threaded && one->role == ROLE_MEMORY &&
			     one->failed == other->failed) ?
			    DIFF_SAME : DIFF_CHANGED, one, other);
			x++;
		}
	}
}

bool pairing_make(struct pairing *pairing)
{
	const struct diff_side *a = &pairing->sides[0], *b = &pairing->sides[1];
	size_t *partners[2] = {calloc(a->count + 1, sizeof(size_t)),
			       calloc(b->count + 1, sizeof(size_t))};
	bool made = false;

	pairing->rows = calloc(a->count + b->count + 1,
			       sizeof *pairing->rows);
	errno = ENOMEM;
	if (partners[0] && partners[1] && pairing->rows) {
		errno = EDOM;
		made = diff_align(a, b, partners[0], partners[1]);
	}
	if (made) {
		pair_moved(a, b, partners[0], partners[1]);
		add_all(pairing, partners);
	}
	free(partners[0]);
	free(partners[1]);
	return made;
}

void pairing_free(struct pairing *pairing)
{
	diff_free(&pairing->sides[0]);
	diff_free(&pairing->sides[1]);
	free(pairing->rows);
}
