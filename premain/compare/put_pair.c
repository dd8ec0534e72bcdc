/*
 * premain/compare/put_pair.c
 *
 * Two traces side by side, paired by what their calls do, or one alone where
 * there is no other. Over calls that only one of them has stands what they are
 * a part of. The left one takes the columns that it needs, if it needs fewer
 * than half.
 */
#include "premain/compare/cells.h"
#include "premain/diff/diff.h"

#include <errno.h>
#include <string.h>

enum {
	LINES = 200,		/* of a trace; the JSON has TRACE_EVENTS */
	ROOM = 2 * LINES + 1	/* each may have a title; and one at the end */
};

/* Both columns, with as many lines, and how wide each may be. */
struct columns {
	size_t count;
	size_t widths[2];
	const struct terminal *terminal;
	struct text lines[2][ROOM];
};

static void free_columns(struct columns *columns)
{
	for (size_t i = 0; i < columns->count; i++) {
		text_free(&columns->lines[0][i]);
		text_free(&columns->lines[1][i]);
	}
	columns->count = 0;
}

static void put_one(struct columns *columns, size_t side,
		    const struct row *row, const struct diff_event *event)
{
	const struct trace *trace = row->trace;

	if (event)
		put_event(&columns->lines[side][columns->count],
			  &trace->events[event->number - 1],
			  trace->events[0].pid, columns->widths[side],
			  columns->terminal);
}

/* What calls of one side only are a part of, over the first of them. */
static void put_part(struct columns *columns, const struct diff_row *row,
		     const struct diff_row *before)
{
	size_t side = row->kind == DIFF_ADDED;
	const struct diff_event *event = row->a ? row->a : row->b;
	struct text *line = &columns->lines[side][columns->count];

	if (before && before->kind == row->kind &&
	    same_role(event, before->a ? before->a : before->b))
		return;
	if (event->role == ROLE_OTHER && !event->object[0])
		return;
	text_put(line, "# ");
	put_role(line, event);
	columns->count++;
}

static void put_rows(struct columns *columns, const struct pairing *pairing,
		     const struct pair *pair)
{
	const struct diff_row *row = pairing->rows, *before = NULL;
	const struct diff_row *end = row + pairing->count;
	struct text *line;

	for (; row < end && row < pairing->rows + LINES; before = row++) {
		if (row->kind == DIFF_GONE || row->kind == DIFF_ADDED)
			put_part(columns, row, before);
		put_one(columns, 0, pair->left, row->a);
		put_one(columns, 1, pair->right, row->b);
		columns->count++;
	}
	if (row == end)
		return;
	line = &columns->lines[0][columns->count++];
	text_put(line, "and ");
	put_number(line, (unsigned long long)(end - row));
	text_put(line, " more lines");
}

/* Columns that a side would like: its longest line but the first, which is an
 * execve full of paths. */
static size_t wish(const struct columns *columns, size_t side,
		   const struct row *row)
{
	size_t longest = strlen(row->name) + 20;

	for (size_t i = 1; i < columns->count; i++) {
		const struct text *line = &columns->lines[side][i];
		size_t width = count_columns(text_string(line), line->length);

		if (width > longest)
			longest = width;
	}
	return longest;
}

static void choose_widths(struct columns *columns,
			  const struct pairing *pairing,
			  const struct pair *pair)
{
	size_t both = columns->terminal->width - 3, width = both / 2;
	size_t left, right;

	columns->widths[0] = columns->widths[1] = 10000;
	put_rows(columns, pairing, pair);
	left = wish(columns, 0, pair->left);
	right = wish(columns, 1, pair->right);
	if (left < width)
		width = left;
	else if (right < both - width)
		width = left < both - right ? left : both - right;
	free_columns(columns);
	columns->widths[0] = width;
	columns->widths[1] = both - width;
}

static struct text make_title(const struct row *row)
{
	struct text title = {0};

	text_show(&title, row->name);
	text_put(&title, ": ");
	put_number(&title, row->trace->calls);
	text_put(&title, row->trace->calls == 1 ? " call" : " calls");
	return title;
}

/* A line across, with a crossing in that column. */
static void put_rule(struct text *text, size_t crossing,
		     const struct terminal *terminal)
{
	size_t i;

	for (i = 0; i < terminal->width; i++)
		text_put(text, i == crossing ? terminal_cross(terminal) :
					       terminal_rule(terminal));
	text_put(text, "\n");
}

static void put_titles(struct text *text, const struct pair *pair,
		       const struct columns *columns)
{
	struct text left = make_title(pair->left);
	struct text right = make_title(pair->right);

	put_beside(text, (struct side){&left, 1}, (struct side){&right, 1},
		   columns->widths[0], columns->terminal);
	put_rule(text, columns->widths[0] + 1, columns->terminal);
	text_free(&left);
	text_free(&right);
}

static void put_both(struct text *text, const struct pair *pair,
		     const struct terminal *terminal)
{
	struct columns columns = {.terminal = terminal};
	struct pairing pairing;

	if (pair_rows(&pairing, pair->left, pair->right)) {
		choose_widths(&columns, &pairing, pair);
		put_rows(&columns, &pairing, pair);
		put_titles(text, pair, &columns);
		put_beside(text, (struct side){columns.lines[0], columns.count},
			   (struct side){columns.lines[1], columns.count},
			   columns.widths[0], terminal);
	} else if (errno == EDOM) {
		text_put(text, "More than 2000 calls of these two are other: "
			 "they are not paired.\n");
	} else {
		text->lost = true;
	}
	free_columns(&columns);
	pairing_free(&pairing);
}

static void put_single(struct text *text, const struct row *row,
		       const struct terminal *terminal)
{
	const struct trace *trace = row->trace;
	struct text title = make_title(row);

	put_cut(text, text_string(&title), title.length, terminal->width,
		terminal);
	text_put(text, "\n");
	text_free(&title);
	put_rule(text, terminal->width, terminal);
	for (size_t i = 0; i < trace->count && i < LINES; i++) {
		put_event(text, &trace->events[i], trace->events[0].pid,
			  terminal->width, terminal);
		text_put(text, "\n");
	}
	if (trace->count <= LINES)
		return;
	text_put(text, "and ");
	put_number(text, trace->count - LINES);
	text_put(text, " more lines\n");
}

void put_pair(struct text *text, struct pair pair,
	      const struct terminal *terminal)
{
	if (pair.left && pair.right)
		put_both(text, &pair, terminal);
	else
		put_single(text, pair.left ? pair.left : pair.right, terminal);
}
