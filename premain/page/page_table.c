/*
 * premain/page/page_table.c
 *
 * The table of the comparison, with the cells that the terminal has: one table
 * for each block of columns. On a narrow screen a row becomes a card, and each
 * cell carries its head.
 */
#include "premain/compare/cells.h"
#include "premain/page/page.h"

#include <string.h>

static const char captions[] =
	"What each file is made of\0"
	"What must be there before it can start, and what it does\0"
	"How long it takes\0";

/* A block of a grid: columns [start, end), and before them the names. */
struct block {
	const struct grid *grid;
	size_t start, end;
};

/* Over how many columns a group's title stands, from this one on. */
static size_t span_of(const struct block *block, size_t column)
{
	const struct column *columns = block->grid->columns;
	const char *group = columns[column].group;
	size_t end = column + 1;

	while (group && end < block->end && columns[end].group == group)
		end++;
	return end - column;
}

static void put_heads(struct text *text, const struct block *block)
{
	const struct column *columns = block->grid->columns;
	size_t i, span;

	text_format(text, "<thead>\n<tr><th scope=\"col\" rowspan=\"2\" "
		    "class=\"left\">%s</th>", columns[0].head);
	for (i = block->start; i < block->end; i += span) {
		const struct column *column = &columns[i];

		span = span_of(block, i);
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
	for (i = block->start; i < block->end; i++)
		if (columns[i].group)
			text_format(text, "<th scope=\"col\">%s</th>",
				    columns[i].head);
	text_put(text, "</tr>\n</thead>\n<tbody>\n");
}

/* A short group's last word goes with each of its heads: "calls: all". */
static void put_cell(struct text *text, const struct column *column,
		     const struct text *cell)
{
	const char *group = column->group ? strchr(column->group, ' ') : NULL;

	if (group && strlen(group) > 6)
		group = NULL;
	text_format(text, "<td%s data-head=\"%s%s%s\">",
		    column->left ? " class=\"left\"" : "",
		    group ? group + 1 : "", group ? ": " : "", column->head);
	html_put_between(text, "", text_string(cell), "</td>");
}

/* A row that has a note only stands in the first block. */
static void put_row(struct text *text, const struct block *block,
		    const struct grid_row *row)
{
	const struct column *columns = block->grid->columns;

	if (row->note.length && block->start > 1)
		return;
	page_open_line(text, text_string(&row->cells[0]));
	if (row->note.length) {
		text_format(text, "<td class=\"left wide soft\" "
			    "colspan=\"%zu\">", block->end - block->start);
		html_put_between(text, "", row->note.bytes, "</td>");
	} else if (!row->heading) {
		for (size_t i = block->start; i < block->end; i++)
			put_cell(text, &columns[i], &row->cells[i]);
	}
	text_put(text, "</tr>\n");
}

static void put_block(struct text *text, const struct block *block,
		      const char *caption)
{
	text_format(text, "<table class=\"cards fits\">\n<caption>%s"
		    "</caption>\n", caption);
	put_heads(text, block);
	for (size_t i = 0; i < block->grid->row_count; i++)
		put_row(text, block, &block->grid->rows[i]);
	page_close_table(text);
}

static void put_notes(struct text *text, const struct comparison *comparison)
{
	struct text remarks = {0};
	const char *at, *end;

	put_remarks(&remarks, comparison, "", "\n");
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
	const char *caption = captions;
	struct grid grid;
	struct block block = {&grid, 1, 1};

	if (cells_make(&grid, comparison) != 0)
		text->lost = true;
	for (; !text->lost && block.start < grid.column_count;
	     block.start = block.end) {
		while (block.end < grid.column_count &&
		       grid.columns[block.end].block ==
		       grid.columns[block.start].block)
			block.end++;
		put_block(text, &block, caption);
		caption += strlen(caption) + 1;
	}
	grid_free(&grid);
	put_notes(text, comparison);
}
