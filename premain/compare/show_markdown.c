/*
 * premain/compare/show_markdown.c
 *
 * To paste into an issue or a README.
 */
#include "premain/compare/cells.h"
#include "premain/diff/diff.h"

#include <errno.h>
#include <string.h>

enum { LINES = 200 };		/* of a pair; the JSON has all */

static void put_cell(struct text *text, const struct row *row,
		     const struct diff_event *event)
{
	const struct terminal wide = {.width = 400, .utf8 = true};
	const struct trace *trace = row->trace;
	struct text line = {0};

	if (event) {
		put_event(&line, &trace->events[event->number - 1],
			  trace->events[0].pid, wide.width, &wide);
		markdown_put(text, text_string(&line), line.length);
	}
	text_put(text, " | ");
	text_free(&line);
}

static void put_rows(struct text *text, const struct pair *pair,
		     const struct pairing *pairing)
{
	for (size_t i = 0; i < pairing->count && i < LINES; i++) {
		struct text reason = {0};

		text_put(text, "| ");
		put_cell(text, pair->left, pairing->rows[i].a);
		put_cell(text, pair->right, pairing->rows[i].b);
		put_reason(&reason, pairing, &pairing->rows[i]);
		markdown_put(text, text_string(&reason), reason.length);
		text_put(text, " |\n");
		text_free(&reason);
	}
}

static void put_traces(struct text *text, const struct pair *pair)
{
	struct pairing pairing;

	if (pair_rows(&pairing, pair->left, pair->right)) {
		text_put(text, "\n| ");
		markdown_put(text, pair->left->name, strlen(pair->left->name));
		text_put(text, " | ");
		markdown_put(text, pair->right->name,
			     strlen(pair->right->name));
		text_put(text, " | reason |\n| --- | --- | --- |\n");
		put_rows(text, pair, &pairing);
	} else if (errno == EDOM) {
		text_put(text, "\nMore than 2000 calls of the two are other: "
			 "they are not paired.\n");
	} else {
		text->lost = true;
	}
	pairing_free(&pairing);
}

void show_markdown(struct text *text, const struct comparison *comparison)
{
	struct pair pair = pair_choose(comparison);
	struct text remarks = {0};
	struct grid grid;

	put_heading(&remarks, comparison);
	markdown_put(text, text_string(&remarks), remarks.length);
	text_free(&remarks);
	text_put(text, "\n\n");
	if (cells_make(&grid, comparison) == 0)
		grid_put_markdown(text, &grid);
	else
		text->lost = true;
	grid_free(&grid);
	put_remarks(&remarks, comparison, "- ");
	if (remarks.length)
		text_format(text, "\n%s", remarks.bytes);
	text_free(&remarks);
	if (pair.left && pair.right)
		put_traces(text, &pair);
}
