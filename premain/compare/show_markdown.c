/*
 * premain/compare/show_markdown.c
 *
 * To paste into an issue or a README.
 */
#include "premain/compare/cells.h"

#include <string.h>

static void put_code(struct text *text, const struct row *row, size_t number)
{
	const struct terminal wide = {.width = 400, .utf8 = true};
	const struct trace *trace = row->trace;
	struct text line = {0};

	if (number < trace->count) {
		put_event(&line, &trace->events[number], trace->events[0].pid,
			  wide.width, &wide);
		markdown_put(text, text_string(&line), line.length);
	}
	text_free(&line);
}

static void put_traces(struct text *text, struct pair pair)
{
	size_t left = pair.left->trace->count;
	size_t right = pair.right->trace->count;
	size_t count = left > right ? left : right, i;

	text_put(text, "\n| ");
	markdown_put(text, pair.left->name, strlen(pair.left->name));
	text_put(text, " | ");
	markdown_put(text, pair.right->name, strlen(pair.right->name));
	text_put(text, " |\n| --- | --- |\n");
	for (i = 0; i < count && i < 200; i++) {
		text_put(text, "| ");
		put_code(text, pair.left, i);
		text_put(text, " | ");
		put_code(text, pair.right, i);
		text_put(text, " |\n");
	}
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
	put_remarks(&remarks, comparison, "- ", "\n");
	if (remarks.length)
		text_format(text, "\n%s", remarks.bytes);
	text_free(&remarks);
	if (pair.left && pair.right)
		put_traces(text, pair);
}
