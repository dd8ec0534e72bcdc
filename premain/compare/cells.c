/* premain/compare/cells.c
 * Which columns there are, and what stands in them. */
#include "premain/compare/cells.h"

#include <stdlib.h>
#include <string.h>

static const char bytes[] = "bytes, stripped";
static const char calls[] = "system calls";

static const struct column columns[GRID_COLUMNS] = {
	{0, NULL, "variant", true},
	{0, NULL, "type", true},
	{0, bytes, "file", false},
	{0, bytes, "ratio", false},
	{0, bytes, "text", false},
	{0, bytes, "rodata", false},
	{0, bytes, "data", false},
	{0, bytes, "bss", false},
	{1, NULL, "LOAD", false},
	{1, NULL, "relocs", false},
	{1, calls, "all", false},
	{1, calls, "distinct", false},
	{1, calls, "failed", false},
	{1, NULL, "exit", false},
};

/* With several files, each row says which one it is of. */
static void put_name(struct text *text, const struct comparison *comparison,
		     const struct row *row)
{
	if (row->variant && comparison->options.file_count > 1) {
		text_put_visible(text, row->source, strlen(row->source));
		text_put(text, ": ");
	}
	text_put_visible(text, row->name, strlen(row->name));
}

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
	put_number(&cells[8], facts->loads);
	put_number(&cells[9], facts->relocations);
}

static void put_run_cells(struct text *cells, const struct row *row)
{
	if (row->ran && row->trace) {
		put_number(&cells[10], row->trace->calls);
		put_number(&cells[11], row->trace->distinct);
		put_number(&cells[12], row->trace->failed);
	} else {
		text_put(&cells[10], "-");
		text_put(&cells[11], "-");
		text_put(&cells[12], "-");
	}
	if (row->ran)
		put_ending(&cells[13], &row->outcome);
	else
		text_put(&cells[13], "-");
}

int cells_make(struct grid *grid, const struct comparison *comparison)
{
	unsigned long long smallest = smallest_size(comparison);
	size_t i;

	*grid = (struct grid){.columns = columns,
			      .column_count = GRID_COLUMNS};
	grid->rows = calloc(comparison->row_count, sizeof *grid->rows);
	if (!grid->rows)
		return -1;
	grid->row_count = comparison->row_count;
	for (i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];
		struct grid_row *to = &grid->rows[i];

		put_name(&to->cells[0], comparison, row);
		if (row->bytes) {
			put_file_cells(to->cells, row, smallest);
			put_run_cells(to->cells, row);
		} else {
			text_put(&to->note, text_string(&row->note));
		}
	}
	return 0;
}
