/*
 * premain/compare/put_pair.c
 *
 * Two traces side by side, or one alone where there is no other. The left
 * one takes the columns that it needs, if it needs fewer than half.
 */
#include "premain/compare/cells.h"

#include <stdlib.h>
#include <string.h>

enum { LINES = 200 };	/* of a trace; the JSON has TRACE_EVENTS */

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

static struct text make_title(const struct row *row)
{
	struct text title = {0};

	text_put_visible(&title, row->name, strlen(row->name));
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

static void put_titles(struct text *text, struct pair pair, size_t width,
		       const struct terminal *terminal)
{
	struct text left = make_title(pair.left);
	struct text right = make_title(pair.right);

	put_beside(text, (struct side){&left, 1}, (struct side){&right, 1},
		   width, terminal);
	put_rule(text, width + 1, terminal);
	text_free(&left);
	text_free(&right);
}

static void put_both(struct text *text, struct pair pair,
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
	struct text title = make_title(row);

	put_cut(text, text_string(&title), title.length, terminal->width,
		terminal);
	text_put(text, "\n");
	text_free(&title);
	put_rule(text, terminal->width, terminal);
	for (i = 0; lines && i < count; i++) {
		text_add(text, text_string(&lines[i]), lines[i].length);
		text_put(text, "\n");
	}
	free_lines(lines, count);
}

void put_pair(struct text *text, struct pair pair,
	      const struct terminal *terminal)
{
	if (pair.left && pair.right)
		put_both(text, pair, terminal);
	else
		put_single(text, pair.left ? pair.left : pair.right, terminal);
}
