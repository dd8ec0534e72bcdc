/*
 * premain/compare/pair_rows.c
 *
 * Two rows' traces, paired by what their calls do; and the row that all others
 * are held against: the floor, which makes no call too many, or else ours.
 */
#include "premain/compare/compare.h"
#include "premain/diff/diff.h"

#include <string.h>

bool pair_rows(struct pairing *pairing, const struct row *left,
	       const struct row *right)
{
	*pairing = (struct pairing){
		.names = {left->name, right->name},
		.variants = left->variant && right->variant};
	diff_events(&pairing->sides[0], left->trace);
	diff_events(&pairing->sides[1], right->trace);
	return pairing_make(pairing);
}

const struct row *reference_row(const struct comparison *comparison,
				const struct row *of)
{
	static const char *const names[] = {"asm", "premain-static"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		for (size_t j = 0; j < comparison->row_count; j++) {
			const struct row *row = &comparison->rows[j];

			if (row->variant && row->ran && row->trace &&
			    row->source == of->source &&
			    strcmp(row->name, names[i]) == 0)
				return row;
		}
	return NULL;
}
