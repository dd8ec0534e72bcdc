/*
 * premain/compare/differences.c
 *
 * The same program ought to do the same in every variant. Where it does not,
 * a line says what differs and where, the variants of one C library under
 * its name:  exit status differs: 13 with glibc, 0 with musl
 */
#include "premain/compare/compare.h"

#include <string.h>

enum what { WHAT_STATUS, WHAT_OUTPUT, WHAT_ERRORS };

static const char *const titles[] = {
	"exit status", "standard output", "standard error"
};

static bool is_compared(const struct row *row, const char *source)
{
	return row->source == source && row->ran && row->variant &&
	       row->outcome.ending <= END_SIGNAL;
}

static bool is_same(const struct row *one, const struct row *other,
		    enum what what)
{
	switch (what) {
	case WHAT_STATUS:
		return one->outcome.ending == other->outcome.ending &&
		       one->outcome.value == other->outcome.value;
	case WHAT_OUTPUT:
		return capture_is_same(&one->output, &other->output);
	case WHAT_ERRORS:
		break;
	}
	return capture_is_same(&one->errors, &other->errors);
}

static size_t family(const struct row *row)
{
	return strcspn(row->name, "-");
}

static bool is_family(const struct row *one, const struct row *other)
{
	return family(one) == family(other) &&
	       memcmp(one->name, other->name, family(one)) == 0;
}

/* Whether all rows of a family share this row's value. */
static bool is_united(const struct comparison *comparison,
		      const struct row *row, enum what what)
{
	size_t i;

	for (i = 0; i < comparison->row_count; i++) {
		const struct row *other = &comparison->rows[i];

		if (is_compared(other, row->source) && is_family(row, other) &&
		    !is_same(row, other, what))
			return false;
	}
	return true;
}

/* The first row of a kind: with this value, or of this family and value. */
static bool is_first(const struct comparison *comparison,
		     const struct row *row, enum what what, bool of_family)
{
	const struct row *other;

	for (other = comparison->rows; other < row; other++)
		if (is_compared(other, row->source) &&
		    is_same(row, other, what) &&
		    (!of_family || is_family(row, other)))
			return false;
	return true;
}

static void put_value(struct text *text, const struct row *row,
		      enum what what)
{
	if (what == WHAT_STATUS)
		put_ending(text, &row->outcome);
	else
		text_format(text, "%llu bytes", what == WHAT_OUTPUT ?
			    row->output.total : row->errors.total);
}

static void put_group(struct text *text, const struct comparison *comparison,
		      const struct row *first, enum what what)
{
	const char *between = " with ";
	const struct row *end = comparison->rows + comparison->row_count;
	const struct row *row;

	put_value(text, first, what);
	for (row = first; row < end; row++) {
		bool united;

		if (!is_compared(row, first->source) ||
		    !is_same(first, row, what))
			continue;
		united = is_united(comparison, row, what);
		if (united && !is_first(comparison, row, what, true))
			continue;
		text_put(text, between);
		text_add(text, row->name,
			 united ? family(row) : strlen(row->name));
		between = ", ";
	}
}

static bool differs(const struct comparison *comparison,
		    const struct row *first, enum what what)
{
	size_t i;

	for (i = 0; i < comparison->row_count; i++)
		if (is_compared(&comparison->rows[i], first->source) &&
		    !is_same(first, &comparison->rows[i], what))
			return true;
	return false;
}

static void put_difference(struct text *text,
			   const struct comparison *comparison,
			   const struct row *first, enum what what)
{
	const struct row *end = comparison->rows + comparison->row_count;
	const struct row *row;

	if (comparison->options.file_count > 1) {
		text_put_visible(text, first->source, strlen(first->source));
		text_put(text, ": ");
	}
	text_format(text, "%s differs: ", titles[what]);
	for (row = first; row < end; row++) {
		if (!is_compared(row, first->source) ||
		    !is_first(comparison, row, what, false))
			continue;
		if (row != first)
			text_put(text, "; ");
		put_group(text, comparison, row, what);
	}
}

void put_differences(struct text *text, const struct comparison *comparison,
		     const char *before, const char *after)
{
	const char *source = NULL;
	size_t i;
	int what;

	for (i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (row->source == source ||
		    !is_compared(row, row->source))
			continue;
		source = row->source;
		for (what = WHAT_STATUS; what <= WHAT_ERRORS; what++) {
			if (!differs(comparison, row, (enum what)what))
				continue;
			text_put(text, before);
			put_difference(text, comparison, row,
				       (enum what)what);
			text_put(text, after);
		}
	}
}
