/*
 * premain/compare/complain.c
 *
 * One line for each cause, however many variants it met:
 *   premain: compare: crash.c: killed by SIGSEGV (in all 11 variants)
 */
#include "premain/compare/compare.h"

#include <stdarg.h>
#include <string.h>

/* The complaint with this cause, which it keeps; NULL: no memory. */
static struct complaint *find(struct comparison *comparison, const char *file,
			      struct text *cause)
{
	struct complaint *complaint = comparison->complaints;
	size_t count = comparison->complaint_count;

	for (; count; count--, complaint++)
		if (complaint->file == file &&
		    strcmp(text_string(&complaint->cause),
			   text_string(cause)) == 0) {
			text_free(cause);
			return complaint;
		}
	complaint = list_grow(&comparison->complaints,
			      comparison->complaint_count,
			      &comparison->complaint_room, sizeof *complaint);
	if (!complaint) {
		text_free(cause);
		return NULL;
	}
	comparison->complaint_count++;
	complaint->file = file;
	complaint->cause = *cause;
	return complaint;
}

void complain(struct comparison *comparison, const struct row *row,
	      const char *format, ...)
{
	struct complaint *complaint;
	struct text cause = {0};
	va_list arguments;

	va_start(arguments, format);
	text_vformat(&cause, format, arguments);
	va_end(arguments);
	complaint = find(comparison, row->source, &cause);
	if (!complaint) {
		comparison->lost = true;
	} else if (row->variant) {
		if (complaint->row_count++)
			text_put(&complaint->rows, ", ");
		text_put(&complaint->rows, row->name);
	}
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
		text_show(&line, complaint->file);
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
