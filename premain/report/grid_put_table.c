/*
 * premain/report/grid_put_table.c
 *
 * A grid as wide as the terminal: all columns in one table where they fit,
 * else one table below the other for each block, the first column repeated.
 * A line is never wrapped.
 */
#include "premain/report/layout.h"

#include <string.h>

static void put_padded(struct text *line, const char *bytes, size_t length,
		       size_t width, bool left)
{
	size_t room = width > length ? width - length : 0;

	if (!left)
		text_fill(line, ' ', room);
	text_add(line, bytes, length);
	if (left)
		text_fill(line, ' ', room);
}

/* Ends a line of which `used` columns are out, at the terminal's edge. */
static void end_line(struct text *text, struct text *line, size_t used,
		     const struct terminal *terminal)
{
	while (line->length && line->bytes[line->length - 1] == ' ')
		line->length--;
	put_cut(text, text_string(line), line->length,
		terminal->width - used, terminal);
	text_put(text, "\n");
	text_free(line);
}

/* ──── bytes ──── over the columns of a group. */
static void put_title(struct text *text, const struct layout *layout,
		      const char *title, size_t width)
{
	size_t length = strlen(title) + 2;
	size_t before = width > length ? (width - length) / 2 : 0, i;

	for (i = 0; i < width; i++) {
		if (i == before && width >= length) {
			text_format(text, " %s ", title);
			i += length - 1;
		} else {
			text_put(text, terminal_rule(layout->terminal));
		}
	}
}

/* The titles stand in their own line, whose blanks wait for a title. */
static void put_titles(struct text *text, const struct layout *layout)
{
	const struct grid *grid = layout->grid;
	struct text line = {0};
	size_t blanks = 0, column, next;

	for (column = 0; column < grid->column_count; column = next) {
		const char *group = grid->columns[column].group;
		size_t width = layout->widths[column];

		next = column + 1;
		if (!width)
			continue;
		blanks += column ? layout->gap : 0;
		for (; group && next < grid->column_count &&
		       grid->columns[next].group == group; next++)
			if (layout->widths[next])
				width += layout->gap + layout->widths[next];
		if (group) {
			text_fill(&line, ' ', blanks);
			put_title(&line, layout, group, width);
			blanks = 0;
		} else {
			blanks += width;
		}
	}
	end_line(text, &line, 0, layout->terminal);
}

static void put_heads(struct text *text, const struct layout *layout)
{
	struct text line = {0};
	size_t column;

	for (column = 0; column < layout->grid->column_count; column++) {
		const struct column *c = &layout->grid->columns[column];

		if (!layout->widths[column])
			continue;
		text_fill(&line, ' ', column ? layout->gap : 0);
		put_padded(&line, c->head, strlen(c->head),
			   layout->widths[column], c->left);
	}
	end_line(text, &line, 0, layout->terminal);
}

static void put_cell(struct text *line, const struct layout *layout,
		     const struct text *cell, size_t column)
{
	bool left = layout->grid->columns[column].left;
	struct text plain = {0};
	size_t i;

	for (i = 0; i < cell->length; i++)
		if (left || !layout->plain || cell->bytes[i] != ',')
			text_add(&plain, cell->bytes + i, 1);
	put_padded(line, text_string(&plain), plain.length,
		   layout->widths[column], left);
	text_free(&plain);
}

/* A name that is too long keeps its end: that of a path, or the variant. */
static size_t put_name(struct text *text, const struct text *name,
		       size_t width, const struct terminal *terminal)
{
	size_t kept = width - terminal_ellipsis_width(terminal);

	if (name->length <= width) {
		text_add(text, text_string(name), name->length);
		return name->length;
	}
	text_put(text, terminal_ellipsis(terminal));
	text_add(text, name->bytes + name->length - kept, kept);
	return width;
}

static void put_row(struct text *text, const struct layout *layout,
		    const struct grid_row *row)
{
	struct text line = {0};
	const struct text *name = &row->cells[0];
	size_t used, column;

	if (row->heading) {
		if (row != layout->grid->rows)
			text_put(text, "\n");
		put_name(text, name, layout->terminal->width,
			 layout->terminal);
		text_put(text, "\n");
		return;
	}
	used = put_name(text, name, layout->widths[0], layout->terminal);
	text_fill(&line, ' ', layout->widths[0] - used);
	if (row->note.length) {
		text_fill(&line, ' ', layout->gap);
		text_add(&line, row->note.bytes, row->note.length);
	}
	for (column = 1; !row->note.length &&
	     column < layout->grid->column_count; column++) {
		if (!layout->widths[column])
			continue;
		text_fill(&line, ' ', layout->gap);
		put_cell(&line, layout, &row->cells[column], column);
	}
	end_line(text, &line, used, layout->terminal);
}

static bool is_empty(const struct layout *layout)
{
	size_t row;

	for (row = 0; row < layout->grid->row_count; row++)
		if (!layout->grid->rows[row].heading &&
		    layout_has(layout, &layout->grid->rows[row]))
			return false;
	return true;
}

static void put_block(struct text *text, const struct layout *layout)
{
	size_t row;

	if (is_empty(layout))
		return;
	if (layout->block > 0)
		text_put(text, "\n");
	put_titles(text, layout);
	put_heads(text, layout);
	for (row = 0; row < layout->grid->row_count; row++)
		if (layout_has(layout, &layout->grid->rows[row]))
			put_row(text, layout, &layout->grid->rows[row]);
}

void grid_put_table(struct text *text, const struct grid *grid,
		    const struct terminal *terminal)
{
	struct layout layout = {.grid = grid, .terminal = terminal};
	int block, last = grid->columns[grid->column_count - 1].block;

	if (layout_fit_all(&layout)) {
		put_block(text, &layout);
		return;
	}
	for (block = 0; block <= last; block++) {
		layout_fit_block(&layout, block);
		put_block(text, &layout);
	}
}
