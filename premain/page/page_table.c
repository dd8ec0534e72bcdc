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
	"What each file is made of, in bytes after strip\0"
	"What must be there before it can start, and what it does\0"
	"Start to end, in microseconds\0";

/* A block of a grid: columns [start, end), and before them the names. */
struct block {
	const struct grid *grid;
	size_t start, end;
};

/* A short group's last word goes with each of its heads: "calls: all". */
static void put_head(struct text *text, const struct column *column)
{
	const char *group = column->group ? strchr(column->group, ' ') : NULL;

	if (group && strlen(group) < 7)
		text_format(text, "%s: ", group + 1);
	text_put(text, column->head);
}

static void put_cell(struct text *text, const struct column *column,
		     const struct text *cell)
{
	text_format(text, "<td%s data-head=\"",
		    column->left ? " class=\"left\"" : "");
	put_head(text, column);
	html_put_between(text, "\">", text_string(cell), "</td>");
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
	const struct column *columns = block->grid->columns;
	struct text heads = {0};

	text_add(&heads, "<variant", 9);
	for (size_t i = block->start; i < block->end; i++) {
		text_put(&heads, columns[i].left ? "<" : "");
		put_head(&heads, &columns[i]);
		text_add(&heads, "", 1);
	}
	page_open_table(text, "cards fits", caption, text_string(&heads));
	text_free(&heads);
	for (size_t i = 0; i < block->grid->row_count; i++)
		put_row(text, block, &block->grid->rows[i]);
	page_close_table(text);
}

static void put_notes(struct text *text, const struct comparison *comparison)
{
	struct text remarks = {0};
	const char *at, *end;

	put_remarks(&remarks, comparison, "");
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
	unsigned int number = 0;
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
		put_block(text, &block, nth_word(captions, number++));
	}
	grid_free(&grid);
	put_notes(text, comparison);
}
