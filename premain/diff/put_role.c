/*
 * premain/diff/put_role.c
 *
 * What a call is a part of, in a few words; and of all calls that only one
 * side has how many are for what, the most first.
 */
#include "premain/diff/diff.h"

#include <stdlib.h>
#include <string.h>

void put_role(struct text *text, const struct diff_event *event)
{
	/* In the order of enum diff_role. */
	static const char words[] =
		"\0" "starting a program\0" "reading ld.so.cache\0"
		"looking for ld.so.preload\0" "looking for \0" "loading \0"
		"making relocated memory read-only\0" "the thread pointer\0"
		"making the thread known\0" "memory\0" "the stack's limit\0"
		"random bytes\0" "what standard streams are\0" "\0" "\0"
		"signals\0" "other processes\0" "the end\0";

	text_put(text, nth_word(words, event->role));
	text_put(text, event->object);
}

bool same_role(const struct diff_event *a, const struct diff_event *b)
{
	return a->role == b->role && strcmp(a->object, b->object) == 0;
}

static const struct diff_event *only(const struct diff_row *row)
{
	return row->a ? row->a : row->b;
}

struct share {
	const struct diff_event *event;
	size_t count, first;
};

static int compare_shares(const void *left, const void *right)
{
	const struct share *a = left, *b = right;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return a->first < b->first ? -1 : 1;
}

static void add(struct share *shares, size_t *count,
		const struct diff_event *event)
{
	size_t i;

	for (i = 0; i < *count; i++)
		if (same_role(shares[i].event, event))
			break;
	if (i == *count)
		shares[(*count)++] = (struct share){event, 0, i};
	shares[i].count++;
}

void put_roles(struct text *text, const struct pairing *pairing,
	       enum diff_kind kind)
{
	struct share *shares = calloc(pairing->count + 1, sizeof *shares);
	size_t count = 0;

	for (size_t i = 0; shares && i < pairing->count; i++)
		if (pairing->rows[i].kind == kind)
			add(shares, &count, only(&pairing->rows[i]));
	if (count)
		qsort(shares, count, sizeof *shares, compare_shares);
	for (size_t i = 0; i < count; i++) {
		text_format(text, "%s%zu for ", i ? ", " : "",
			    shares[i].count);
		put_role(text, shares[i].event);
	}
	text->lost = text->lost || !shares;
	free(shares);
}
