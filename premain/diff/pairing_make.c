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

/* What only one side has, but need not; and how far a thread has come when
 * another ends them all. */
static bool is_chance(const struct diff_side *side,
		      const struct diff_event *event)
{
	const struct diff_event *at = event;

	if (event->chance)
		return true;
	if (!event->threaded || event->process == event->group)
		return false;
	while (++at < side->events + side->count &&
	       at->process == event->process)
		if (at->partner && at->name[0])
			return false;
	return true;
}

static bool is_alike(const struct diff_event *a, const struct diff_event *b)
{
	return (is_same(a, b) && !a->moved) ||
	       (a->chance && b->chance && a->failed == b->failed);
}

static void add_all(struct pairing *pairing)
{
	const struct diff_side *a = &pairing->sides[0], *b = &pairing->sides[1];
	const struct diff_event *x = a->events, *y = b->events;
	const struct diff_event *last_x = x + a->count, *last_y = y + b->count;

	while (x < last_x || y < last_y) {
		struct diff_row row = {DIFF_GONE, x, NULL};
		bool left_out = false;

		if (x < last_x && !x->partner) {
			left_out = is_chance(a, x++);
		} else if (y < last_y && (!y->partner || y->partner < x)) {
			row = (struct diff_row){DIFF_ADDED, NULL, y};
			/* Or it stands beside its partner. */
			left_out = y->partner || is_chance(b, y);
			y++;
		} else {
			row.b = x++->partner;
			row.kind = is_alike(row.a, row.b) ? DIFF_SAME :
				   DIFF_CHANGED;
		}
		if (!left_out) {
			pairing->rows[pairing->count++] = row;
			pairing->kinds[row.kind]++;
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
