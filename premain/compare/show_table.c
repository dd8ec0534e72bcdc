/*
 * premain/compare/show_table.c
 *
 * What a person reads: the table, the remarks, and two traces side by side.
 */
#include "premain/compare/cells.h"

#include <string.h>

void show_table(struct text *text, const struct comparison *comparison)
{
	struct pair pair = pair_choose(comparison);
	struct terminal terminal;
	struct text remarks = {0};
	struct grid grid;

	terminal_look(&terminal);
	put_heading(&remarks, comparison);
	text_put(&remarks, "\n");
	put_wrapped(text, &remarks, terminal.width);
	text_free(&remarks);
	text_put(text, "\n");
	if (cells_make(&grid, comparison) == 0)
		grid_put_table(text, &grid, &terminal);
	else
		text->lost = true;
	grid_free(&grid);
	put_remarks(&remarks, comparison, "");
	if (remarks.length)
		text_put(text, "\n");
	put_wrapped(text, &remarks, terminal.width);
	text_free(&remarks);
	if (pair.left || pair.right) {
		text_put(text, "\n");
		put_pair(text, pair, &terminal);
	}
	if (comparison->saved) {
		text_put(text, "\nThe same as a page, with more: ");
		text_show(text, comparison->options.page);
		text_put(text, "\n");
	}
}
