/*
 * premain/compare/rows.c
 *
 * The rows, before anything is built: what is asked for, and what already
 * cannot be.
 */
#include "premain/compare/compare.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_c(const char *file)
{
	size_t length = strlen(file);

	return length > 2 && strcmp(file + length - 2, ".c") == 0;
}

static bool can_read(const char *file, struct text *why)
{
	int fd = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	struct stat status;

	if (fd < 0 || fstat(fd, &status) != 0)
		text_put(why, strerror(errno));
	else if (S_ISDIR(status.st_mode))
		text_put(why, "is a folder");
	else if (!S_ISREG(status.st_mode))
		text_put(why, "is not a regular file");
	if (fd >= 0)
		close(fd);
	return why->length == 0;
}

static struct row *add_row(struct comparison *comparison, const char *source,
			   const struct variant *variant)
{
	struct row *row = &comparison->rows[comparison->row_count++];

	row->variant = variant;
	row->source = source;
	row->among_files = variant && comparison->options.file_count > 1;
	row->name = variant ? variant->name : source;
	return row;
}

static void add_variants(struct comparison *comparison, const char *source)
{
	bool hello = example_is(comparison, source);

	for (size_t i = 0; i < variant_count; i++) {
		struct row *row = add_row(comparison, source, &variants[i]);

		if (variants[i].tool == TOOL_NASM && !hello) {
			row->state = ROW_ASIDE;
			text_put(&row->note,
				 "the floor: only for hello_world.c");
		}
	}
}

static void add_file(struct comparison *comparison, const char *file)
{
	struct row *row = &comparison->rows[comparison->row_count];
	bool readable = can_read(file, &row->note);

	if (readable && is_c(file)) {
		add_variants(comparison, file);
		return;
	}
	add_row(comparison, file, NULL);
	if (!readable) {
		row->state = ROW_FAILED;
		complain(comparison, row, "%s", text_string(&row->note));
	}
}

int rows_make(struct comparison *comparison)
{
	struct options *options = &comparison->options;
	size_t i;

	comparison->rows = calloc(options->file_count * variant_count,
				  sizeof *comparison->rows);
	if (!comparison->rows)
		return -1;
	for (i = 0; i < options->file_count; i++)
		add_file(comparison, options->files[i]);
	return 0;
}

void rows_free(struct comparison *comparison)
{
	struct row *row = comparison->rows;

	for (; comparison->row_count; comparison->row_count--, row++) {
		text_free(&row->note);
		text_free(&row->command);
		ledger_free(&row->ledger);
		text_free(&row->program);
		free(row->timing.starts);
		if (row->live)
			live_free(row->live);
		free(row->live);
		free(row->needs.files);
		capture_free(&row->output);
		capture_free(&row->errors);
		if (row->trace)
			trace_free(row->trace);
		free(row->trace);
	}
	free(comparison->rows);
}
