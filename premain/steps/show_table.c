/*
 * premain/steps/show_table.c
 *
 * Three tables: phases, objects, functions.
 */
#include "premain/steps/show.h"

#include <stdlib.h>

const char *phase_name(enum phase phase)
{
	return nth_word("loader\0start\0main\0exit", phase);
}

static void put_share(struct text *text, uint64_t part, uint64_t whole)
{
	uint64_t thousandths = whole ? (part * 1000 + whole / 2) / whole : 0;

	text_format(text, "%llu.%llu %%",
		    (unsigned long long)thousandths / 10,
		    (unsigned long long)thousandths % 10);
}

/* A row of one of the tables: a name, steps, their share, calls. */
static void fill_row(struct grid *grid, const char *name, uint64_t steps,
		     uint64_t total, uint64_t calls)
{
	struct grid_row *row = &grid->rows[grid->row_count++];

	text_show(&row->cells[0], name);
	put_number(&row->cells[1], steps);
	put_share(&row->cells[2], steps, total);
	put_number(&row->cells[3], calls);
}

static void put_grid(struct text *text, struct grid *grid)
{
	struct terminal terminal;

	terminal_look(&terminal);
	grid_put_table(text, grid, &terminal);
	grid_free(grid);
}

/* Columns of names, steps and their share, and one more. */
static struct column columns[4];

static bool make_grid(struct text *text, struct grid *grid, const char *names,
		      const char *last, size_t rows)
{
	columns[0].head = names;
	columns[0].left = true;
	columns[1].head = "steps";
	columns[2].head = "share";
	columns[3].head = last;
	*grid = (struct grid){.columns = columns, .column_count = 4,
			      .rows = calloc(rows + 1, sizeof *grid->rows)};
	text->lost = text->lost || !grid->rows;
	return grid->rows != NULL;
}

static void put_phases(struct text *text, const struct steps *steps)
{
	struct grid grid;
	uint64_t calls = 0;

	if (!make_grid(text, &grid, "phase", "calls", PHASES + 1))
		return;
	for (size_t i = 0; i < PHASES; i++) {
		fill_row(&grid, phase_name((enum phase)i), steps->phases[i],
			 steps->total, steps->calls[i]);
		calls += steps->calls[i];
	}
	fill_row(&grid, "(all)", steps->total, steps->total, calls);
	put_grid(text, &grid);
}

/* Without steps: what was between two borders. */
static void put_borders(struct text *text, const struct steps *steps)
{
	struct grid grid;

	if (!make_grid(text, &grid, "phase", NULL, PHASES))
		return;
	columns[1].head = "calls";
	columns[2].head = "microseconds";
	grid.column_count = 3;
	for (size_t i = 0; i < PHASES; i++) {
		struct text *cells = grid.rows[grid.row_count++].cells;

		text_put(&cells[0], phase_name((enum phase)i));
		put_number(&cells[1], steps->calls[i]);
		put_number(&cells[2], (steps->times[i] + 500) / 1000);
	}
	put_grid(text, &grid);
}

static void put_objects(struct text *text, const struct steps *steps)
{
	struct grid grid;

	if (!make_grid(text, &grid, "object", "calls", steps->object_count))
		return;
	for (size_t i = 0; i < steps->object_count; i++)
		if (steps->objects[i].steps)
			fill_row(&grid, steps->objects[i].path,
				 steps->objects[i].steps, steps->total,
				 steps->objects[i].calls);
	put_grid(text, &grid);
}

static void put_functions(struct text *text, const struct steps *steps,
			  size_t top)
{
	size_t count, shown;
	struct function *list = list_functions(steps, &count);
	struct grid grid;

	shown = count < top ? count : top;
	columns[3].left = true;
	if (!list || !make_grid(text, &grid, "function", "of", shown)) {
		text->lost = true;
		free(list);
		return;
	}
	for (size_t i = 0; i < shown; i++) {
		struct text *cells = grid.rows[grid.row_count++].cells;

		text_show(&cells[0], list[i].name);
		put_number(&cells[1], list[i].steps);
		put_share(&cells[2], list[i].steps, steps->total);
		put_object(&cells[3], list[i].path);
	}
	put_grid(text, &grid);
	free(list);
}

void show_steps_table(struct text *text, const struct steps *steps,
		      size_t top)
{
	if (steps->borders) {
		put_borders(text, steps);
		return;
	}
	put_phases(text, steps);
	put_objects(text, steps);
	put_functions(text, steps, top);
}
