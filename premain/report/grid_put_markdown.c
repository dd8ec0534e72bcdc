/*
 * premain/report/grid_put_markdown.c
 *
 * Source: GitHub Flavored Markdown Spec, 4.10 (tables).
 */
#include "premain/report/report.h"

#include <stdlib.h>
#include <string.h>

static void put_head(struct text *text, const struct grid *grid)
{
	size_t column;

	for (column = 0; column < grid->column_count; column++) {
		const struct column *c = &grid->columns[column];

		text_put(text, "| ");
		if (c->group && strcmp(c->head, "all") == 0)
			text_put(text, c->group);
		else
			text_put(text, c->head);
		text_put(text, " ");
	}
	text_put(text, "|\n");
	for (column = 0; column < grid->column_count; column++)
		text_put(text, grid->columns[column].left ? "| --- " :
							    "| ---: ");
	text_put(text, "|\n");
}

void grid_put_markdown(struct text *text, const struct grid *grid)
{
	size_t row, column;

	put_head(text, grid);
	for (row = 0; row < grid->row_count; row++) {
		const struct grid_row *r = &grid->rows[row];

		for (column = 0; column < grid->column_count; column++) {
			const struct text *cell = &r->cells[column];

			if (column == 1 && r->note.length)
				cell = &r->note;
			text_put(text, "| ");
			markdown_put(text, text_string(cell), cell->length);
			text_put(text, cell->length ? " " : "");
		}
		text_put(text, "|\n");
	}
}

void grid_free(struct grid *grid)
{
	size_t row, column;

	for (row = 0; row < grid->row_count; row++) {
		for (column = 0; column < GRID_COLUMNS; column++)
			text_free(&grid->rows[row].cells[column]);
		text_free(&grid->rows[row].note);
	}
	free(grid->rows);
	grid->rows = NULL;
	grid->row_count = 0;
}
