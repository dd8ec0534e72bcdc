/*
 * premain/compare/put_beside_floor.c
 *
 * What each variant calls besides the floor's calls, and what for: one line
 * for all those of which the same is to be said.
 */
#include "premain/compare/cells.h"
#include "premain/diff/diff.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static size_t calls_of_kind(const struct pairing *pairing,
			    enum diff_kind kind)
{
	size_t count = 0;

	for (size_t i = 0; i < pairing->count; i++) {
		const struct diff_row *row = &pairing->rows[i];

		count += row->kind == kind &&
			 (row->a ? row->a : row->b)->name[0];
	}
	return count;
}

/* "3 calls as asm, and 14 more: 5 for memory, ..." */
static void put_sentence(struct text *text, const struct pairing *pairing)
{
	size_t shared = calls_of_kind(pairing, DIFF_SAME) +
			calls_of_kind(pairing, DIFF_CHANGED);
	size_t more = calls_of_kind(pairing, DIFF_ADDED);
	size_t less = calls_of_kind(pairing, DIFF_GONE);

	text_format(text, "%zu call%s as %s", shared, shared == 1 ? "" : "s",
		    pairing->names[0]);
	if (more) {
		text_format(text, ", and %zu more: ", more);
		put_roles(text, pairing, DIFF_ADDED);
	}
	if (less) {
		text_put(text, "; without ");
		put_roles(text, pairing, DIFF_GONE);
	}
}

static void put_row(struct text *text, const struct comparison *comparison,
		    const struct row *row)
{
	const struct row *reference = reference_row(comparison, row);
	struct pairing pairing;

	if (!reference || row == reference || !row->ran || !row->trace)
		return;
	if (pair_rows(&pairing, reference, row))
		put_sentence(text, &pairing);
	else if (errno == EDOM)
		text_format(text, "more than 2000 calls are not those of %s",
			    reference->name);
	else
		text->lost = true;
	pairing_free(&pairing);
}

static bool same_text(const struct text *one, const struct text *other)
{
	return strcmp(text_string(one), text_string(other)) == 0;
}

void put_beside_floor(struct text *text, const struct comparison *comparison)
{
	size_t count = comparison->row_count;
	struct text *lines = calloc(count + 1, sizeof *lines);

	for (size_t i = 0; lines && i < count; i++)
		put_row(&lines[i], comparison, &comparison->rows[i]);
	for (size_t i = 0; lines && i < count; i++) {
		if (!lines[i].length)
			continue;
		text_put(text, comparison->rows[i].name);
		for (size_t j = i + 1; j < count; j++)
			if (same_text(&lines[i], &lines[j])) {
				text_format(text, ", %s",
					    comparison->rows[j].name);
				text_free(&lines[j]);
			}
		text_format(text, ": %s\n", lines[i].bytes);
	}
	for (size_t i = 0; lines && i < count; i++)
		text_free(&lines[i]);
	text->lost = text->lost || !lines;
	free(lines);
}
