/*
 * premain/diff/pair_moved.c
 *
 * Lines of one process that are alike, but stand in other places: in another
 * order, or another of its threads has come first. What threads do is paired
 * anew for that, where two lines were paired that are not alike.
 */
#include "premain/diff/diff.h"

#include <string.h>

static bool is_open(const struct diff_event *event)
{
	return !event->partner ||
	       (event->threaded && !is_same(event, event->partner));
}

static void unpair(struct diff_event *event)
{
	if (event->partner)
		event->partner->partner = NULL;
}

/* Of RELRO, the sentence says whose it is: the key has the address only. */
static bool is_moved(const struct diff_event *a, const struct diff_event *b)
{
	return b->group == a->group && is_same(a, b) &&
	       (a->role != ROLE_RELRO || !strcmp(a->sentence, b->sentence));
}

void pair_moved(const struct diff_side *a, const struct diff_side *b)
{
	for (size_t i = 0; i < a->count; i++) {
		struct diff_event *x = &a->events[i], *y = b->events;

		if (!is_open(x))
			continue;
		while (y < b->events + b->count &&
		       !(is_open(y) && is_moved(x, y)))
			y++;
		if (y == b->events + b->count)
			continue;
		unpair(x);
		unpair(y);
		pair_events(x, y);
		x->moved = x->process == y->process && !x->chance;
	}
}
