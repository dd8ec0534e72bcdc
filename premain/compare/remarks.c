/*
 * premain/compare/remarks.c
 *
 * The lines around the table: over it what was compared and how, below it
 * all that a figure in it does not say by itself.
 */
#include "premain/compare/cells.h"
#include "premain/explain/explain.h"

#include <string.h>

static bool has_variants(const struct comparison *comparison)
{
	size_t i;

	for (i = 0; i < comparison->row_count; i++)
		if (comparison->rows[i].variant)
			return true;
	return false;
}

void put_heading(struct text *text, const struct comparison *comparison)
{
	const struct options *options = &comparison->options;

	for (size_t i = 0; i < options->file_count; i++) {
		const char *name = path_base(options->files[i]);

		text_put(text, i ? ", " : "");
		text_show(text, name);
	}
	text_format(text, ": %s%s",
		    has_variants(comparison) ? "compiled with -O2, " : "",
		    nth_word("not traced\0traced by strace\0"
			     "traced by qemu-x86_64 -strace\0"
			     "traced by premain trace",
			     comparison->tracer.kind));
}

static void put_tracer(struct text *text, const struct tracer *tracer)
{
	if (tracer->kind == TRACER_STRACE)
		return;
	if (tracer->kind == TRACER_NONE)
		text_put(text, "system calls are not counted: ");
	else
		text_format(text, "%s shows the calls, because ",
			    run_tracer_name(tracer->kind));
	text_format(text, "%s\n", text_string(&tracer->why));
}

/* How often each program that was timed was started; 0: none was. */
static unsigned int rounds_done(const struct comparison *comparison)
{
	unsigned int rounds = 0;

	for (size_t i = 0; i < comparison->row_count; i++)
		if (comparison->rows[i].timing.rounds)
			rounds = comparison->rows[i].timing.rounds;
	return rounds;
}

static void put_starts(struct text *text, const struct comparison *comparison)
{
	unsigned int rounds = rounds_done(comparison);

	if (comparison->slow)
		text_format(text, "starts are not timed: two rounds take more "
			    "than %d s (--timeout)\n",
			    comparison->options.timeout);
	if (rounds)
		text_format(text, "start to end: %u rounds, each of which "
			    "starts every program once, with no tracer; "
			    "median and quartiles; outliers are above the "
			    "upper quartile by more than 3 times the distance "
			    "of the two%s\n", rounds, rounds < ROUNDS_TO_TELL ?
			    "; these are too few to tell a ratio" : "");
}

/* The slowest one of each program: the JSON has all. */
static void put_outliers(struct text *text, const struct comparison *comparison)
{
	const char *before = "slowest outliers, in microseconds: ";

	for (size_t i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];
		const struct start *slowest =
			row->timing.starts + row->timing.rounds;

		if (!row->timing.outliers)
			continue;
		text_put(text, before);
		text_show(text, row->name);
		text_format(text, " %llu in round %u",
			    (slowest[-1].time + 500) / 1000,
			    slowest[-1].round);
		before = ", ";
	}
	if (*before == ',')
		text_put(text, "\n");
}

static void put_unstripped(struct text *text,
			   const struct comparison *comparison)
{
	const struct row *row = comparison->rows;
	const struct row *end = row + comparison->row_count;

	while (row < end && (!row->bytes || row->stripped))
		row++;
	if (row == end)
		return;
	text_put(text, "* is the size before strip: ");
	if (comparison->tools.paths[TOOL_STRIP])
		text_put(text, "strip refuses this file");
	else
		tool_put_missing(text, TOOL_STRIP);
	text_put(text, "\n");
}

static void put_name(struct text *text, const struct row *row)
{
	text_show(text, row->name);
	text_put(text, ": ");
}

/* A note on one row, or what built it; nothing where that is empty. */
static void put_note(struct text *text, const struct row *row,
		     const struct text *note)
{
	if (!note->length)
		return;
	put_name(text, row);
	text_format(text, "%s\n", note->bytes);
}

static void put_not_understood(struct text *text, const struct row *row)
{
	put_name(text, row);
	text_put(text, "its trace has ");
	put_number(text, row->trace->unknown);
	text_format(text, " line%s that cannot be read\n",
		    row->trace->unknown == 1 ? "" : "s");
}

/* What a row needs besides itself, each file with its bytes. */
static void put_shipping(struct text *text,
			 const struct comparison *comparison,
			 const struct row *row)
{
	put_name(text, row);
	for (size_t i = 0; i < row->needs.count; i++) {
		const struct shipped_file *file =
			&comparison->shipping.files[row->needs.files[i]];

		text_put(text, i ? ", " : "ships with ");
		text_show(text, text_string(&file->path));
		text_put(text, " (");
		put_number(text, file->bytes);
		text_put(text, ")");
	}
	text_put(text, "\n");
}

static void put_lines(struct text *text, const struct comparison *comparison)
{
	const struct row *row = comparison->rows;
	const struct row *end = row + comparison->row_count;

	put_tracer(text, &comparison->tracer);
	if (comparison->no_steps.length)
		text_format(text, "steps are not counted: %s\n",
			    comparison->no_steps.bytes);
	put_starts(text, comparison);
	put_outliers(text, comparison);
	put_unstripped(text, comparison);
	for (; row < end; row++) {
		if (row->bytes)
			put_note(text, row, &row->note);
		if (row->trace && row->trace->unknown)
			put_not_understood(text, row);
	}
	put_differences(text, comparison);
	put_beside_floor(text, comparison);
	if (!comparison->options.verbose)
		return;
	for (row = comparison->rows; row < end; row++)
		put_note(text, row, &row->command);
	for (row = comparison->rows; row < end; row++)
		if (row->ships && row->needs.count)
			put_shipping(text, comparison, row);
}

void put_remarks(struct text *text, const struct comparison *comparison,
		 const char *before)
{
	struct text lines = {0};
	const char *line, *end;

	put_lines(&lines, comparison);
	for (line = text_string(&lines); (end = strchr(line, '\n'));
	     line = end + 1) {
		text_put(text, before);
		text_add(text, line, (size_t)(end + 1 - line));
	}
	text->lost = text->lost || lines.lost;
	text_free(&lines);
}
