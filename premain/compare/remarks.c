/* premain/compare/remarks.c
 * The lines around the table: over it what was compared and how, below it
 * all that a figure in it does not say by itself. */
#include "premain/compare/cells.h"

#include <string.h>

static const char *tracer_name(const struct comparison *comparison)
{
	switch (comparison->tracer.kind) {
	case TRACER_STRACE: return "traced by strace";
	case TRACER_QEMU: return "traced by qemu-x86_64 -strace";
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
		text_put(text, "qemu-x86_64 shows the calls, because ");
	text_put(text, text_string(&tracer->why));
	text_put(text, after);
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

void put_remarks(struct text *text, const struct comparison *comparison,
		 const char *before, const char *after)
{
	size_t i;

	put_tracer(text, comparison, before, after);
	put_unstripped(text, comparison, before, after);
	for (i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (row->bytes && row->note.length)
			text_format(text, "%s%s: %s%s", before, row->name,
				    row->note.bytes, after);
	}
	put_differences(text, comparison, before, after);
	for (i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (comparison->options.verbose && row->command.length)
			text_format(text, "%s%s: %s%s", before, row->name,
				    row->command.bytes, after);
	}
}
