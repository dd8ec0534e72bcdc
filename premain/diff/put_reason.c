/*
 * premain/diff/put_reason.c
 *
 * Why a row is not alike. What is said of the other side is what its log
 * shows: that it never does this, or with fewer calls.
 */
#include "premain/diff/diff.h"

#include <stdlib.h>
#include <string.h>

enum { RESULT = 99 };

/* Where two keys begin to differ: in which argument, or in the RESULT; and
 * whether in what stands in quotes. */
static size_t first_other(const char *a, const char *b, bool *quoted)
{
	const char *result = strstr(a, ") = ");
	size_t at = 0, argument = 1, depth = 0;

	*quoted = false;
	for (; a[at] && a[at] == b[at]; at++) {
		if (a[at] == '"' && a[at - 1] != '\\')
			*quoted = !*quoted;
		if (*quoted)
			continue;
		depth += strchr("([{", a[at]) != NULL;
		depth -= strchr(")]}", a[at]) != NULL;
		argument += a[at] == ',' && depth == 1;
	}
	*quoted |= a[at] == '"';
	return result && a + at > result ? RESULT : argument;
}

/* Whether the first that differs is what a file's size is. */
static bool is_other_size(const char *a, const char *b)
{
	const char *size = strstr(a, "st_size=");
	size_t length = size ? (size_t)(size - a) + 8 : 0;

	return size && strncmp(a, b, length) == 0 &&
	       strtoull(a + length, NULL, 10) !=
	       strtoull(b + length, NULL, 10);
}

/* Descriptors may have other numbers, or other files behind them, and be none
 * of the change: it is where both keys differ, the later of the two. */
static void put_changed(struct text *text, const struct diff_event *a,
			const struct diff_event *b, const char *const *names)
{
	bool quoted, plain_quoted;
	size_t argument = first_other(a->key, b->key, &quoted);
	size_t plain = first_other(a->plain, b->plain, &plain_quoted);

	if (plain > argument) {
		argument = plain;
		quoted = plain_quoted;
	}
	if (a->moved)
		text_put(text, "another order");
	else if (a->failed != b->failed)
		text_format(text, "it fails in %s only", names[b->failed]);
	else if (strcmp(a->name, b->name) != 0)
		text_put(text, "another call that does the same");
	else if (is_other_size(a->key, b->key))
		text_put(text, "the file has another size there");
	else if (argument == RESULT)
		text_put(text, "another result");
	else
		text_format(text, "argument %zu: %s", argument, quoted ?
			    "another path or other bytes" :
			    "other flags, or another number");
}

/* How often a side has a call of this role, for the same object; or any. */
static size_t count_role(const struct diff_side *side, enum diff_role role,
			 const struct diff_event *event)
{
	size_t count = 0;

	for (size_t i = 0; i < side->count; i++)
		count += side->events[i].role == role &&
			 (!event || same_object(&side->events[i], event));
	return count;
}

/* Why one side has none of it, as far as is known of loaders. */
static const char *fact(const struct pairing *pairing, size_t side,
			enum diff_role role)
{
	if (role == ROLE_OTHER)
		return ": no cause found";
	if (role < ROLE_CACHE || role > ROLE_LIBRARY)
		return "";
	if (count_role(&pairing->sides[side], ROLE_LIBRARY, NULL))
		return role > ROLE_PRELOAD ? "" :
			": its loader reads no such list (musl's has none)";
	return !pairing->variants ? " maps no library: it is static, or its "
		"libc is its loader" :
		strstr(pairing->names[side], "-static") ?
		" maps no library: it needs no loader" :
		" maps no library: its libc is its loader";
}

static void put_alone(struct text *text, const struct pairing *pairing,
		      enum diff_kind kind, const struct diff_event *event)
{
	size_t other = kind == DIFF_GONE;
	size_t there = count_role(&pairing->sides[other], event->role, event);
	size_t here = count_role(&pairing->sides[!other], event->role, event);
	const char *why = there ? "" : fact(pairing, other, event->role);

	text_put(text, pairing->names[other]);
	if (*why != ' ') {
		text_format(text, there ? there < here ? " has only %zu for " :
			    " has other calls, %zu for " : " has none for ",
			    there);
		put_role(text, event);
	}
	text_put(text, why);
}

void put_reason(struct text *text, const struct pairing *pairing,
		const struct diff_row *row)
{
	const struct diff_event *event = row->a ? row->a : row->b;

	if (row->kind == DIFF_SAME)
		return;
	if (row->kind == DIFF_CHANGED)
		put_changed(text, row->a, row->b, pairing->names);
	else
		put_alone(text, pairing, row->kind, event);
}
