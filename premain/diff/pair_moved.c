/*
 * premain/diff/pair_moved.c
 *
 * Lines of one process that are alike, but stand in other places: in another
 * order, or another of its threads has come first. What threads do is paired
 * anew for that, where two lines were paired that are not alike.
 */
#include "premain/diff/diff.h"

#include <string.h>

static bool is_open(const struct diff_side *side, const size_t *partners,
		    const struct diff_side *others, size_t at)
{
	const struct diff_event *event = &side->events[at];

	return partners[at] == DIFF_ALONE ||
	       (event->threaded &&
		!is_same(event, &others->events[partners[at]]));
}

static void unpair(size_t *own, size_t *other, size_t at)
{
	if (own[at] != DIFF_ALONE)
		other[own[at]] = DIFF_ALONE;
}

/* Of RELRO, the sentence says whose it is: the key has the address only. */
static bool is_moved(const struct diff_event *a, const struct diff_event *b)
{
	return b->group == a->group && is_same(a, b) &&
	       (a->role != ROLE_RELRO || !strcmp(a->sentence, b->sentence));
}

void pair_moved(const struct diff_side *a, const struct diff_side *b,
		size_t *partner_a, size_t *partner_b)
{
	for (size_t x = 0; x < a->count; x++) {
		struct diff_event *event = &a->events[x];
		size_t y = 0;

		if (!is_open(a, partner_a, b, x))
			continue;
		while (y < b->count &&
		       !(is_open(b, partner_b, a, y) &&
			 is_moved(event, &b->events[y])))
			y++;
		if (y == b->count)
			continue;
		unpair(partner_a, partner_b, x);
		unpair(partner_b, partner_a, y);
		partner_a[x] = y;
		partner_b[y] = x;
		event->moved = event->process == b->events[y].process &&
			       !(event->threaded && event->role == ROLE_MEMORY);
	}
}
