/*
 * premain/page/page_table.c
 *
 * The table of the comparison, with the cells that the terminal has. On a
 * narrow screen a row becomes a card, and each cell carries its head.
 */
#include "premain/compare/cells.h"
#include "premain/page/page.h"

#include <string.h>

/* Over how many columns a group's title stands, from this one on. */
static size_t span_of(const struct grid *grid, size_t column)
{
	const char *group = grid->columns[column].group;
	size_t end = column + 1;

	while (group && end < grid->column_count &&
	       grid->columns[end].group == group)
		end++;
	return end - column;
}

static void put_heads(struct text *text, const struct grid *grid)
{
	size_t i, span;

	text_put(text, "<thead>\n<tr>");
	for (i = 0; i < grid->column_count; i += span) {
		const struct column *column = &grid->columns[i];

		span = span_of(grid, i);
		if (column->group)
			text_format(text, "<th scope=\"colgroup\" "
				    "colspan=\"%zu\">%s</th>", span,
				    column->group);
		else
			text_format(text, "<th scope=\"col\" rowspan=\"2\"%s>"
				    "%s</th>", column->left ?
				    " class=\"left\"" : "", column->head);
	}
	text_put(text, "</tr>\n<tr>");
	for (i = 0; i < grid->column_count; i++)
		if (grid->columns[i].group)
			text_format(text, "<th scope=\"col\">%s</th>",
				    grid->columns[i].head);
	text_put(text, "</tr>\n</thead>\n");
}

/* The last word of "system calls", for "calls: failed". */
static void put_group(struct text *text, const char *group)
{
	const char *space = group ? strrchr(group, ' ') : NULL;

	if (group)
		text_format(text, "%s: ", space ? space + 1 : group);
}

static void put_cell(struct text *text, const struct column *column,
		     const struct text *cell)
{
	text_put(text, column->left ? "<td class=\"left\"" : "<td");
	text_put(text, " data-head=\"");
	put_group(text, column->group);
	text_format(text, "%s\">", column->head);
	html_put(text, text_string(cell), cell->length);
	text_put(text, "</td>");
}

static void put_row(struct text *text, const struct grid *grid,
		    const struct grid_row *row)
{
	text_put(text, "<tr><th ");
	if (row->heading)
		text_format(text, "scope=\"rowgroup\" colspan=\"%zu\">",
			    grid->column_count);
	else
		text_put(text, "scope=\"row\">");
	html_put(text, text_string(&row->cells[0]), row->cells[0].length);
	text_put(text, "</th>");
	if (row->note.length) {
		text_format(text, "<td class=\"left wide soft\" "
			    "colspan=\"%zu\">", grid->column_count - 1);
		html_put(text, row->note.bytes, row->note.length);
		text_put(text, "</td>");
	} else if (!row->heading) {
		for (size_t i = 1; i < grid->column_count; i++)
			put_cell(text, &grid->columns[i], &row->cells[i]);
	}
	text_put(text, "</tr>\n");
}

static void put_notes(struct text *text, const struct comparison *comparison)
{
	struct text remarks = {0};
	const char *at, *end;

	put_remarks(&remarks, comparison, "", "\n");
	put_beside_floor(&remarks, comparison, "", "\n");
	if (remarks.length)
		text_put(text, "<ul class=\"notes\">\n");
	for (at = text_string(&remarks); *at; at = end + 1) {
		end = strchr(at, '\n');
		text_put(text, "<li>");
		html_put(text, at, (size_t)(end - at));
		text_put(text, "</li>\n");
	}
	if (remarks.length)
		text_put(text, "</ul>\n");
	text_free(&remarks);
}

void page_put_table(struct text *text, const struct comparison *comparison)
{
	struct grid grid;

	if (cells_make(&grid, comparison) == 0) {
		text_put(text, "<table class=\"cards fits\">\n<caption>Sizes "
			 "are in bytes; <b>shipped</b> is all that must be "
			 "there before the program can start.</caption>\n");
		put_heads(text, &grid);
		text_put(text, "<tbody>\n");
		for (size_t i = 0; i < grid.row_count; i++)
			put_row(text, &grid, &grid.rows[i]);
		page_close_table(text);
	} else {
		text->lost = true;
	}
	grid_free(&grid);
	put_notes(text, comparison);
}
