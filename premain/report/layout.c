/*
 * premain/report/layout.c
 *
 * Fits a grid into the terminal. When it is tight the gaps shrink, then
 * 1,234 becomes 1234, then the first column is cut.
 */
#include "premain/report/layout.h"

#include <string.h>

enum { NAME = 12 };		/* the least of the first column */

static size_t cell_width(const struct text *cell, bool plain)
{
	size_t width = cell->length, i;

	for (i = 0; plain && i < cell->length; i++)
		width -= cell->bytes[i] == ',';
	return width;
}

static bool is_shown(const struct layout *layout, size_t column)
{
	return column == 0 || layout->block == ALL_BLOCKS ||
	       layout->grid->columns[column].block == layout->block;
}

bool layout_has(const struct layout *layout, const struct grid_row *row)
{
	return row->note.length == 0 || layout->block <= 0;
}

/* Sets the widths and returns that of the whole table. */
static size_t measure(struct layout *layout)
{
	const struct grid *grid = layout->grid;
	size_t total = 0, column, row;

	for (column = 0; column < grid->column_count; column++) {
		size_t width = strlen(grid->columns[column].head);
		bool plain = layout->plain && !grid->columns[column].left;

		layout->widths[column] = 0;
		if (!is_shown(layout, column))
			continue;
		for (row = 0; row < grid->row_count; row++) {
			const struct grid_row *r = &grid->rows[row];
			size_t cell = cell_width(&r->cells[column], plain);

			if (cell > width && !r->heading &&
			    layout_has(layout, r))
				width = cell;
		}
		layout->widths[column] = width;
		total += width + (column ? layout->gap : 0);
	}
	return total;
}

static bool fits(struct layout *layout, int block, size_t gap, bool plain)
{
	layout->block = block;
	layout->gap = gap;
	layout->plain = plain;
	return measure(layout) <= layout->terminal->width;
}

bool layout_fit_all(struct layout *layout)
{
	return fits(layout, ALL_BLOCKS, 2, false) ||
	       fits(layout, ALL_BLOCKS, 1, false);
}

void layout_fit_block(struct layout *layout, int block)
{
	size_t total, width = layout->terminal->width;

	if (fits(layout, block, 2, false) || fits(layout, block, 1, false) ||
	    fits(layout, block, 1, true))
		return;
	total = measure(layout);
	if (layout->widths[0] > NAME) {
		size_t over = total - width;
		size_t spare = layout->widths[0] - NAME;

		layout->widths[0] -= over < spare ? over : spare;
	}
}
