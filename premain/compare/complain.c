/*
 * premain/compare/complain.c
 *
 * One line for each cause, however many variants it met:
 *   premain: compare: crash.c: killed by SIGSEGV (in all 11 variants)
 */
#include "premain/compare/compare.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct complaint *find(struct comparison *comparison, const char *file,
			      const char *cause)
{
	struct complaint *complaints;
	size_t i;

	for (i = 0; i < comparison->complaint_count; i++)
		if (comparison->complaints[i].file == file &&
		    strcmp(text_string(&comparison->complaints[i].cause),
			   cause) == 0)
			return &comparison->complaints[i];
	complaints = realloc(comparison->complaints,
			     (i + 1) * sizeof *complaints);
	if (!complaints)
		return NULL;
	comparison->complaints = complaints;
	comparison->complaint_count++;
	complaints[i] = (struct complaint){.file = file};
	text_put(&complaints[i].cause, cause);
	return &complaints[i];
}

void complain(struct comparison *comparison, const struct row *row,
	      const char *cause)
{
	struct complaint *complaint = find(comparison, row->source, cause);

	if (!complaint) {
		comparison->lost = true;
		return;
	}
	if (!row->variant)
		return;
	if (complaint->row_count++)
		text_put(&complaint->rows, ", ");
	text_put(&complaint->rows, row->name);
}

/* How many variants of a file were to be compared at all. */
static size_t count_tried(const struct comparison *comparison,
			  const char *file)
{
	size_t count = 0, i;

	for (i = 0; i < comparison->row_count; i++)
		count += comparison->rows[i].source == file &&
			 (comparison->rows[i].state == ROW_MEASURED ||
			  comparison->rows[i].state == ROW_FAILED);
	return count;
}

void tell_complaints(const struct comparison *comparison)
{
	size_t i;

	for (i = 0; i < comparison->complaint_count; i++) {
		const struct complaint *complaint = &comparison->complaints[i];
		struct text line = {0};

		text_put(&line, "premain: compare: ");
		text_put_visible(&line, complaint->file,
				 strlen(complaint->file));
		text_format(&line, ": %s", text_string(&complaint->cause));
		if (complaint->row_count > 1 && complaint->row_count ==
		    count_tried(comparison, complaint->file))
			text_format(&line, " (in all %zu variants)",
				    complaint->row_count);
		else if (complaint->row_count)
			text_format(&line, " (%s)",
				    text_string(&complaint->rows));
		text_put(&line, "\n");
		text_write(2, &line);
		text_free(&line);
	}
}
