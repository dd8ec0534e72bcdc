/*
 * premain/report/layout.h
 *
 * Inside the room: which columns of a grid stand in a table, how wide each
 * of them is, and how far apart.
 */
#ifndef PREMAIN_REPORT_LAYOUT_H
#define PREMAIN_REPORT_LAYOUT_H

#include "premain/report/report.h"

enum { ALL_BLOCKS = -1 };

struct layout {
	const struct grid *grid;
	const struct terminal *terminal;
	int block;		/* which columns, or ALL_BLOCKS */
	size_t gap;
	bool plain;		/* without commas */
	size_t widths[GRID_COLUMNS];	/* 0: not in this block */
};

/* Whether all columns fit into one table; if not, each block is fitted. */
bool layout_fit_all(struct layout *layout);
void layout_fit_block(struct layout *layout, int block);

/* Whether a row has figures for this table: one with a note only stands in
 * the first. */
bool layout_has(const struct layout *layout, const struct grid_row *row);

#endif
