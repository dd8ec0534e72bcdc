/*
 * premain/compare/remarks.c
 *
 * The lines around the table: over it what was compared and how, below it
 * all that a figure in it does not say by itself.
 */
#include "premain/compare/cells.h"

#include <string.h>

static const char *tracer_name(const struct comparison *comparison)
{
	switch (comparison->tracer.kind) {
	case TRACER_STRACE: return "traced by strace";
	case TRACER_QEMU: return "traced by qemu-x86_64 -strace";
	case TRACER_OWN: return "traced by premain trace";
	case TRACER_NONE: break;
	}
	return "not traced";
}

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
	size_t i;

	for (i = 0; i < options->file_count; i++) {
		const char *slash = strrchr(options->files[i], '/');
		const char *name = slash && slash[1] ? slash + 1 :
						       options->files[i];

		text_put(text, i ? ", " : "");
		text_put_visible(text, name, strlen(name));
	}
	text_format(text, ": %s%s",
		    has_variants(comparison) ? "compiled with -O2, " : "",
		    tracer_name(comparison));
}

static void put_tracer(struct text *text, const struct comparison *comparison,
		       const char *before, const char *after)
{
	const struct tracer *tracer = &comparison->tracer;

	if (tracer->kind == TRACER_STRACE)
		return;
	text_put(text, before);
	if (tracer->kind == TRACER_NONE)
		text_put(text, "system calls are not counted: ");
	else
		text_format(text, "%s shows the calls, because ",
			    tracer->kind == TRACER_QEMU ? "qemu-x86_64" :
							  "premain trace");
	text_put(text, text_string(&tracer->why));
	text_put(text, after);
}

static void put_no_steps(struct text *text, const struct comparison *comparison,
			 const char *before, const char *after)
{
	if (comparison->no_steps.length)
		text_format(text, "%ssteps are not counted: %s%s", before,
			    comparison->no_steps.bytes, after);
}

static unsigned int rounds_done(const struct comparison *comparison)
{
	unsigned int rounds = 0;

	for (size_t i = 0; i < comparison->row_count; i++)
		if (comparison->rows[i].timing.rounds > rounds)
			rounds = comparison->rows[i].timing.rounds;
	return rounds;
}

static void put_starts(struct text *text, const struct comparison *comparison,
		       const char *before, const char *after)
{
	unsigned int rounds = rounds_done(comparison);

	if (comparison->slow)
		text_format(text, "%sstarts are not timed: two rounds take "
			    "more than %d s (--timeout)%s", before,
			    comparison->options.timeout, after);
	if (!rounds)
		return;
	text_format(text, "%sstart to end: %u rounds, each of which starts "
		    "every program once, with no tracer; median and quartiles; "
		    "outliers are above the upper quartile by more than 3 "
		    "times the distance of the two%s", before, rounds, after);
}

static void put_unstripped(struct text *text,
			   const struct comparison *comparison,
			   const char *before, const char *after)
{
	bool marked = false;
	size_t i;

	for (i = 0; i < comparison->row_count; i++)
		marked = marked || (comparison->rows[i].bytes &&
				    !comparison->rows[i].stripped);
	if (!marked)
		return;
	text_format(text, "%s* is the size before strip: ", before);
	if (comparison->tools.paths[TOOL_STRIP])
		text_put(text, "strip refuses this file");
	else
		tool_put_missing(text, TOOL_STRIP);
	text_put(text, after);
}

/* A remark on one row: before, its name, what is to say, after. */
static void put_remark(struct text *text, const struct row *row,
		       const char *before, const char *what, const char *after)
{
	text_put(text, before);
	text_put_visible(text, row->name, strlen(row->name));
	text_format(text, ": %s%s", what, after);
}

static void put_not_understood(struct text *text, const struct row *row,
			       const char *before, const char *after)
{
	struct text what = {0};

	text_put(&what, "its trace has ");
	put_number(&what, row->trace->unknown);
	text_put(&what, row->trace->unknown == 1 ? " line" : " lines");
	text_put(&what, " that cannot be read");
	put_remark(text, row, before, text_string(&what), after);
	text_free(&what);
}

/* What a row needs besides itself, each file with its bytes. */
static void put_shipping(struct text *text,
			 const struct comparison *comparison,
			 const struct row *row, const char *before,
			 const char *after)
{
	struct text what = {0};
	size_t i;

	for (i = 0; i < row->needs.count; i++) {
		const struct shipped_file *file =
			&comparison->shipping.files[row->needs.files[i]];

		text_put(&what, i ? ", " : "ships with ");
		text_put_visible(&what, text_string(&file->path),
				 file->path.length);
		text_put(&what, " (");
		put_number(&what, file->bytes);
		text_put(&what, ")");
	}
	put_remark(text, row, before, text_string(&what), after);
	text_free(&what);
}

void put_remarks(struct text *text, const struct comparison *comparison,
		 const char *before, const char *after)
{
	const struct row *row = comparison->rows;
	const struct row *end = row + comparison->row_count;

	put_tracer(text, comparison, before, after);
	put_no_steps(text, comparison, before, after);
	put_starts(text, comparison, before, after);
	put_unstripped(text, comparison, before, after);
	for (; row < end; row++) {
		if (row->bytes && row->note.length)
			put_remark(text, row, before, row->note.bytes, after);
		if (row->trace && row->trace->unknown)
			put_not_understood(text, row, before, after);
	}
	put_differences(text, comparison, before, after);
	put_beside_floor(text, comparison, before, after);
	for (row = comparison->rows; row < end; row++)
		if (comparison->options.verbose && row->command.length)
			put_remark(text, row, before, row->command.bytes,
				   after);
	for (row = comparison->rows; row < end; row++)
		if (comparison->options.verbose && row->ships &&
		    row->needs.count)
			put_shipping(text, comparison, row, before, after);
}
