/* premain/compare/show_table.c
 * What a person reads: the table, the remarks, and two traces side by side. */
#include "premain/compare/cells.h"

#include <stdlib.h>
#include <string.h>

enum { LINES = 200 };	/* of a trace; all of it is in the JSON */

/* Remarks may be longer than a line: they are text, and wrapped at blanks. */
static void put_wrapped(struct text *text, const char *words, size_t width)
{
	size_t used = 0;

	while (*words) {
		size_t word = strcspn(words, " \n");

		if (used && used + 1 + word > width) {
			text_put(text, "\n  ");
			used = 2;
		} else if (used) {
			text_put(text, " ");
			used++;
		}
		text_add(text, words, word);
		used += word;
		words += word;
		if (*words == '\n') {
			text_put(text, "\n");
			used = 0;
		}
		words += *words != '\0';
	}
}

static size_t lines_of(const struct row *row)
{
	size_t count = row && row->trace ? row->trace->count : 0;

	return count > LINES ? LINES + 1 : count;
}

/* The trace of a row as lines, the last of them maybe "and 1,234 more". */
static struct text *make_lines(const struct row *row, size_t width,
			       const struct terminal *terminal)
{
	size_t count = lines_of(row), i;
	struct text *lines = calloc(count + 1, sizeof *lines);

	for (i = 0; lines && i < count; i++) {
		const struct trace *trace = row->trace;

		if (i < LINES) {
			put_event(&lines[i], &trace->events[i],
				  trace->events[0].pid, width, terminal);
			continue;
		}
		text_put(&lines[i], "and ");
		put_number(&lines[i], trace->count - LINES);
		text_put(&lines[i], " more lines");
	}
	return lines;
}

static void free_lines(struct text *lines, size_t count)
{
	size_t i;

	for (i = 0; lines && i < count; i++)
		text_free(&lines[i]);
	free(lines);
}

/* Columns that a trace would like: its longest line but the first, which is
 * an execve full of paths. */
static size_t wish(const struct row *row, const struct terminal *terminal)
{
	size_t count = lines_of(row), longest = strlen(row->name) + 20, i;
	struct text *lines = make_lines(row, 10000, terminal);

	for (i = 1; lines && i < count; i++) {
		size_t columns = count_columns(text_string(&lines[i]),
					       lines[i].length);

		if (columns > longest)
			longest = columns;
	}
	free_lines(lines, count);
	return longest;
}

static void put_title(struct text *text, const struct row *row)
{
	text_put_visible(text, row->name, strlen(row->name));
	text_put(text, ": ");
	put_number(text, row->trace->calls);
	text_put(text, row->trace->calls == 1 ? " call" : " calls");
}

static void put_titles(struct text *text, struct pair pair, size_t width,
		       const struct terminal *terminal)
{
	struct text left = {0}, right = {0};
	size_t i;

	put_title(&left, pair.left);
	put_title(&right, pair.right);
	put_beside(text, (struct side){&left, 1}, (struct side){&right, 1},
		   width, terminal);
	for (i = 0; i < terminal->width; i++)
		text_put(text, i == width + 1 ? terminal_cross(terminal) :
						terminal_rule(terminal));
	text_put(text, "\n");
	text_free(&left);
	text_free(&right);
}

static void put_pair(struct text *text, struct pair pair,
		     const struct terminal *terminal)
{
	size_t both = terminal->width - 3, width = both / 2;
	size_t left = wish(pair.left, terminal);
	size_t right = wish(pair.right, terminal);
	struct side sides[2];
	struct text *lines[2];

	if (left < width)
		width = left;
	else if (right < both - width)
		width = left < both - right ? left : both - right;
	lines[0] = make_lines(pair.left, width, terminal);
	lines[1] = make_lines(pair.right, both - width, terminal);
	sides[0] = (struct side){lines[0], lines_of(pair.left)};
	sides[1] = (struct side){lines[1], lines_of(pair.right)};
	put_titles(text, pair, width, terminal);
	if (lines[0] && lines[1])
		put_beside(text, sides[0], sides[1], width, terminal);
	else
		text->lost = true;
	free_lines(lines[0], sides[0].count);
	free_lines(lines[1], sides[1].count);
}

static void put_single(struct text *text, const struct row *row,
		       const struct terminal *terminal)
{
	size_t count = lines_of(row), i;
	struct text *lines = make_lines(row, terminal->width, terminal);

	put_title(text, row);
	text_put(text, "\n");
	for (i = 0; i < terminal->width; i++)
		text_put(text, terminal_rule(terminal));
	text_put(text, "\n");
	for (i = 0; lines && i < count; i++) {
		text_add(text, text_string(&lines[i]), lines[i].length);
		text_put(text, "\n");
	}
	free_lines(lines, count);
}

void show_table(struct text *text, const struct comparison *comparison)
{
	struct pair pair = pair_choose(comparison);
	struct terminal terminal;
	struct text remarks = {0};
	struct grid grid;

	terminal_look(&terminal);
	put_heading(&remarks, comparison);
	text_put(&remarks, "\n");
	put_wrapped(text, text_string(&remarks), terminal.width);
	text_free(&remarks);
	text_put(text, "\n");
	if (cells_make(&grid, comparison) == 0)
		grid_put_table(text, &grid, &terminal);
	else
		text->lost = true;
	grid_free(&grid);
	put_remarks(&remarks, comparison, "", "\n");
	if (remarks.length)
		text_put(text, "\n");
	put_wrapped(text, text_string(&remarks), terminal.width);
	text_free(&remarks);
	if (pair.left || pair.right)
		text_put(text, "\n");
	if (pair.left && pair.right)
		put_pair(text, pair, &terminal);
	else if (pair.left || pair.right)
		put_single(text, pair.left ? pair.left : pair.right, &terminal);
}
