/*
 * premain/compare/differences.c
 *
 * The same program ought to do the same in every variant. Where it does not,
 * a line says what differs and where, the variants of one C library under
 * its name:  exit status differs: 13 with glibc, 0 with musl
 */
#include "premain/compare/cells.h"

#include <string.h>

enum what { WHAT_STATUS, WHAT_OUTPUT, WHAT_ERRORS, WHATS };

/* All rows, and what of them is compared. */
struct view {
	const struct row *rows, *end;
	enum what what;
};

static bool is_compared(const struct row *row, const char *source)
{
	return row->source == source && row->ran && row->variant &&
	       row->outcome.ending <= END_SIGNAL;
}

static const struct capture *output(const struct row *row, enum what what)
{
	return what == WHAT_OUTPUT ? &row->output : &row->errors;
}

static bool is_same(const struct row *one, const struct row *other,
		    enum what what)
{
	if (what == WHAT_STATUS)
		return one->outcome.ending == other->outcome.ending &&
		       one->outcome.value == other->outcome.value;
	return capture_is_same(output(one, what), output(other, what));
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

enum { OF_ALL, OF_FAMILY };

/* Whether, before `end`, a row of this one's program, or of its family too,
 * has the same value (or another). */
static bool is_any(const struct view *view, const struct row *end,
		   const struct row *row, bool of_family, bool same)
{
	const struct row *other;

	for (other = view->rows; other < end; other++)
		if (is_compared(other, row->source) &&
		    is_same(row, other, view->what) == same &&
		    (!of_family || is_family(row, other)))
			return true;
	return false;
}

/* "5 bytes", "5 other bytes" where a row before has as many. */
static void put_value(struct text *text, const struct view *view,
		      const struct row *row)
{
	unsigned long long total;
	bool other = false;

	if (view->what == WHAT_STATUS) {
		put_ending(text, &row->outcome);
		return;
	}
	total = output(row, view->what)->total;
	for (const struct row *before = view->rows; before < row; before++)
		if (is_compared(before, row->source) &&
		    output(before, view->what)->total == total)
			other = true;
	text_format(text, "%llu %sbytes", total, other ? "other " : "");
}

/* A value, and who has it: a family that is of one mind by its name. */
static void put_group(struct text *text, const struct view *view,
		      const struct row *first)
{
	const char *between = " with ";

	put_value(text, view, first);
	for (const struct row *row = first; row < view->end; row++) {
		size_t length = strlen(row->name);

		if (!is_compared(row, first->source) ||
		    !is_same(first, row, view->what))
			continue;
		if (!is_any(view, view->end, row, OF_FAMILY, false)) {
			if (is_any(view, row, row, OF_FAMILY, true))
				continue;
			length = family(row);
		}
		text_put(text, between);
		text_add(text, row->name, length);
		between = ", ";
	}
}

static void put_difference(struct text *text, const struct view *view,
			   const struct row *first, bool named)
{
	if (named) {
		text_show(text, first->source);
		text_put(text, ": ");
	}
	text_format(text, "%s differs: ",
		    nth_word("exit status\0standard output\0standard error",
			     view->what));
	for (const struct row *row = first; row < view->end; row++) {
		if (!is_compared(row, first->source) ||
		    is_any(view, row, row, OF_ALL, true))
			continue;
		text_put(text, row == first ? "" : "; ");
		put_group(text, view, row);
	}
	text_put(text, "\n");
}

void put_differences(struct text *text, const struct comparison *comparison)
{
	struct view view = {.rows = comparison->rows};
	const char *source = NULL;

	view.end = view.rows + comparison->row_count;
	for (const struct row *row = view.rows; row < view.end; row++) {
		if (row->source == source || !is_compared(row, row->source))
			continue;
		source = row->source;
		for (view.what = WHAT_STATUS; view.what < WHATS; view.what++)
			if (is_any(&view, view.end, row, OF_ALL, false))
				put_difference(text, &view, row,
					       comparison->options.file_count >
					       1);
	}
}
