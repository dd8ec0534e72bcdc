/*
 * premain/compare/cells.c
 *
 * Which columns there are, and what stands in them.
 */
#include "premain/compare/cells.h"

#include <stdlib.h>
#include <string.h>

static const char bytes[] = "bytes, stripped";
static const char calls[] = "system calls";
static const char starts[] = "start to end, microseconds";

static const struct column columns[GRID_COLUMNS] = {
	{NULL, "variant", 0, true},
	{NULL, "type", 0, true},
	{bytes, "file", 0, false},
	{bytes, "ratio", 0, false},
	{bytes, "text", 0, false},
	{bytes, "rodata", 0, false},
	{bytes, "data", 0, false},
	{bytes, "bss", 0, false},
	{NULL, "shipped", 1, false},
	{NULL, "LOAD", 1, false},
	{NULL, "relocs", 1, false},
	{calls, "all", 1, false},
	{calls, "distinct", 1, false},
	{calls, "failed", 1, false},
	{NULL, "steps", 1, false},
	{NULL, "exit", 1, false},
	{starts, "lower", 2, false},
	{starts, "median", 2, false},
	{starts, "upper", 2, false},
	{starts, "slowest", 2, false},
	{NULL, "outliers", 2, false},
	{NULL, "ratio", 2, false},
};

enum { TIMES = 16 };		/* the first column of times */

static void put_file_cells(struct text *cells, const struct row *row,
			   unsigned long long smallest)
{
	const struct elf_facts *facts = &row->facts;

	text_put(&cells[1], elf_kind_name(facts->kind));
	put_number(&cells[2], row->bytes);
	if (!row->stripped)
		text_put(&cells[2], "*");
	put_ratio(&cells[3], row->bytes, smallest);
	text_put(&cells[3], "x");
	put_number(&cells[4], facts->text);
	put_number(&cells[5], facts->rodata);
	put_number(&cells[6], facts->data);
	put_number(&cells[7], facts->bss);
	if (row->ships)
		put_number(&cells[8], row->shipped);
	else
		text_put(&cells[8], "-");
	put_number(&cells[9], facts->loads);
	put_number(&cells[10], facts->relocations);
}

static void put_steps_cell(struct text *cell, const struct step_counts *steps)
{
	if (steps->more)
		text_put(cell, ">");
	if (steps->known)
		put_number(cell, steps->all);
	else
		text_put(cell, "-");
}

static void put_start_cells(struct text *cells, const struct timing *timing,
			    unsigned long long floor)
{
	size_t count = GRID_COLUMNS - TIMES, i;
	const unsigned int rounds = timing->rounds;

	for (i = 0; i < count && !rounds; i++)
		text_put(&cells[i], "-");
	if (!rounds)
		return;
	put_number(&cells[0], (timing->lower + 500) / 1000);
	put_number(&cells[1], (timing->median + 500) / 1000);
	put_number(&cells[2], (timing->upper + 500) / 1000);
	put_number(&cells[3], (timing->starts[rounds - 1].time + 500) / 1000);
	put_number(&cells[4], timing->outliers);
	if (rounds < ROUNDS_TO_TELL) {
		text_put(&cells[5], "-");
		return;
	}
	put_ratio(&cells[5], timing->median, floor);
	text_put(&cells[5], "x");
}

static void put_run_cells(struct text *cells, const struct row *row)
{
	if (row->ran && row->trace) {
		put_number(&cells[11], row->trace->calls);
		put_number(&cells[12], row->trace->distinct);
		put_number(&cells[13], row->trace->failed);
	} else {
		text_put(&cells[11], "-");
		text_put(&cells[12], "-");
		text_put(&cells[13], "-");
	}
	put_steps_cell(&cells[14], &row->steps);
	if (row->ran)
		put_ending(&cells[15], &row->outcome);
	else
		text_put(&cells[15], "-");
}

/* With several files, a heading says whose rows follow. */
static bool needs_heading(const struct comparison *comparison,
			  const struct row *row)
{
	if (comparison->options.file_count == 1)
		return false;
	if (row == comparison->rows)
		return true;
	return row->variant ? row->source != row[-1].source :
			      row[-1].variant != NULL;
}

static void put_heading_cell(struct grid_row *to, const struct row *row)
{
	to->heading = true;
	if (row->variant) {
		text_show(&to->cells[0], row->source);
		text_put(&to->cells[0], ":");
	} else {
		text_put(&to->cells[0], "files as they are:");
	}
}

static void put_cells(struct grid_row *to, const struct row *row,
		      unsigned long long smallest, unsigned long long floor)
{
	text_show(&to->cells[0], row->name);
	if (row->bytes) {
		put_file_cells(to->cells, row, smallest);
		put_run_cells(to->cells, row);
		if (floor)
			put_start_cells(&to->cells[TIMES], &row->timing,
					floor);
	} else {
		text_put(&to->note, text_string(&row->note));
	}
}

int cells_make(struct grid *grid, const struct comparison *comparison)
{
	unsigned long long smallest = smallest_size(comparison);
	unsigned long long floor = floor_start(comparison);
	const struct row *row = comparison->rows;
	const struct row *end = row + comparison->row_count;

	*grid = (struct grid){.columns = columns,
			      .column_count = floor ? GRID_COLUMNS : TIMES};
	grid->rows = calloc(comparison->row_count * 2, sizeof *grid->rows);
	if (!grid->rows)
		return -1;
	for (; row < end; row++) {
		if (needs_heading(comparison, row))
			put_heading_cell(&grid->rows[grid->row_count++], row);
		put_cells(&grid->rows[grid->row_count++], row, smallest,
			  floor);
	}
	return 0;
}
