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

static void add_all(struct pairing *pairing, size_t *const partners[2])
{
	const struct diff_side *a = &pairing->sides[0], *b = &pairing->sides[1];
	size_t x = 0, y = 0;

	while (x < a->count || y < b->count) {
		const struct diff_event *one = &a->events[x];
		const struct diff_event *other = &b->events[y];

		if (x < a->count && partners[0][x] == DIFF_ALONE) {
			add(pairing, DIFF_GONE, one, NULL);
			x++;
		} else if (y < b->count && partners[1][y] == DIFF_ALONE) {
			add(pairing, DIFF_ADDED, NULL, other);
			y++;
		} else {
			add(pairing, is_same(one, other) ? DIFF_SAME :
			    DIFF_CHANGED, one, other);
			x++;
			y++;
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
	if (made)
		add_all(pairing, partners);
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
