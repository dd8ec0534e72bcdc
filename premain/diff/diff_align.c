/*
 * premain/diff/diff_align.c
 *
 * The longest common subsequence of two logs' keys, by Myers' greedy search
 * over the number of differences; then, between two pairs, calls that do the
 * same are paired although they are not alike: those are changed, not gone.
 * Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations",
 * 1986.
 */
#include "premain/diff/diff.h"

#include <stdlib.h>
#include <string.h>

enum { DIFFERENCES = 2000 };	/* more than that are not searched for */

/* How far each diagonal has come, for each number of differences. */
struct search {
	const struct diff_side *a, *b;
	size_t **reached;	/* [differences][diagonal + differences] */
	size_t found;		/* how many there are */
};

static bool same(const struct search *search, size_t x, size_t y)
{
	return is_same(&search->a->events[x], &search->b->events[y]);
}

/* Where a diagonal is entered with difference d, and `from` which one beside
 * it: that which has come further. */
static long enter(const struct search *search, size_t d, long diagonal,
		  long *from)
{
	const size_t *before;
	long last = (long)d - 1;

	if (d == 0)
		return 0;
	before = search->reached[d - 1] + last;	/* [diagonal] */
	*from = diagonal - 1;
	if (diagonal == -(long)d ||
	    (diagonal != (long)d &&
	     before[diagonal - 1] < before[diagonal + 1]))
		*from = diagonal + 1;
	return (long)before[*from] + (*from < diagonal);
}

/* The furthest point on a diagonal with d differences. */
static size_t step(const struct search *search, size_t d, long diagonal)
{
	long from;
	size_t x = (size_t)enter(search, d, diagonal, &from);
	size_t y = x - (size_t)diagonal;

	while (x < search->a->count && y < search->b->count &&
	       same(search, x, y)) {
		x++;
		y++;
	}
	return x;
}

/* False: no memory, or more differences than are searched for. */
static bool find(struct search *search)
{
	for (size_t d = 0; d <= DIFFERENCES; d++) {
		size_t *row = calloc(2 * d + 1, sizeof *row);

		search->reached[d] = row;
		if (!row)
			return false;
		for (long k = -(long)d; k <= (long)d; k += 2) {
			size_t x = step(search, d, k);

			row[k + (long)d] = x;
			if (x >= search->a->count &&
			    (long)x - k >= (long)search->b->count) {
				search->found = d;
				return true;
			}
		}
	}
	return false;
}

void pair_events(struct diff_event *a, struct diff_event *b)
{
	a->partner = b;
	b->partner = a;
}

/* From the end back to the beginning, along the way that was found. */
static void walk_back(const struct search *search)
{
	long x = (long)search->a->count, y = (long)search->b->count;

	for (size_t d = search->found;; d--) {
		long k = x - y, from, begin = enter(search, d, k, &from);

		while (x > begin && y > 0 &&
		       same(search, (size_t)x - 1, (size_t)y - 1)) {
			x--;
			y--;
			pair_events(&search->a->events[x],
				    &search->b->events[y]);
		}
		if (d == 0)
			return;
		x = begin - (from < k);
		y = x - from;
	}
}

static bool is_alone(const struct diff_side *side,
		     const struct diff_event *at)
{
	return (size_t)(at - side->events) < side->count && !at->partner;
}

/*
 * Of lines that are alike, any one may be the lonely one: it goes up or down
 * through them, until it stands where the other side has a lonely one, too.
 */
static void slide(const struct diff_side *side, const struct diff_side *others,
		  long step)
{
	for (size_t i = 0; i + 1 < side->count; i++) {
		struct diff_event *x = &side->events[step == 1 ? i :
						     side->count - 1 - i];
		struct diff_event *y = x[step].partner;

		if (!x->partner && y && !is_alone(others, y - step) &&
		    is_same(x, y)) {
			x[step].partner = NULL;
			pair_events(x, y);
		}
	}
}

/* How two lines may stand for each other, the best first. */
enum likeness {
	LIKE_OBJECT,		/* the same, for the same object */
	LIKE_ROLE,		/* the same, for an object of its kind */
	LIKE_NAME,		/* the same, where nothing else is alone */
	LIKENESSES
};

static bool is_like(const struct diff_event *a, const struct diff_event *b,
		    enum likeness likeness)
{
	if (!a->name[0] || !same_family(a->name, b->name) ||
	    are_other_libraries(a, b))
		return false;
	if (likeness == LIKE_OBJECT)
		return a->role == b->role && same_object(a, b);
	return likeness == LIKE_NAME || a->role == b->role;
}

/* Between two pairs: calls that do the same, in their order. */
static void pair_changed(const struct diff_side *a, const struct diff_side *b,
			 enum likeness likeness)
{
	struct diff_event *y = b->events, *other;

	for (size_t i = 0; i < a->count; i++) {
		struct diff_event *x = &a->events[i];

		if (x->partner) {
			y = x->partner + 1;
			continue;
		}
		other = y;
		while (is_alone(b, other) && !is_like(x, other, likeness))
			other++;
		if (!is_alone(b, other) ||
		    (likeness == LIKE_NAME &&
		     (is_alone(b, y + 1) || is_alone(a, x - 1) ||
		      is_alone(a, x + 1))))
			continue;
		pair_events(x, other);
		y = other + 1;
	}
}

bool diff_align(const struct diff_side *a, const struct diff_side *b)
{
	struct search search = {.a = a, .b = b};
	bool found;

	search.reached = calloc(DIFFERENCES + 1, sizeof *search.reached);
	if (!search.reached)
		return false;
	found = find(&search);
	if (found)
		walk_back(&search);
	for (size_t d = 0; d <= DIFFERENCES; d++)
		free(search.reached[d]);
	free(search.reached);
	for (size_t round = 0; found && round < 3; round++) {
		long step = round ? 1 : -1;

		for (enum likeness like = 0; like < LIKENESSES; like++)
			pair_changed(a, b, like);
		slide(a, b, step);
		slide(b, a, step);
	}
	return found;
}
