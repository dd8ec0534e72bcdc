/*
 * premain/compare.c
 *
 * premain compare: one program, built in every way that this machine knows,
 * side by side. Everything is measured first and shown at the end, when the
 * folder it was made in is gone again.
 */
#include "premain/compare/compare.h"
#include "premain/compare/progress.h"
#include "premain/page/page.h"
#include "premain/subcommands.h"
#include "premain/words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void measure(struct comparison *comparison)
{
	size_t i;

	tools_find(&comparison->tools, comparison->options.premain_gcc);
	comparison->shipping = (struct shipping){
		.limit = comparison->options.timeout * 1000LL,
		.strip = comparison->tools.paths[TOOL_STRIP],
		.copy = comparison->copy.bytes};
	tracer_choose(comparison);
	for (i = 0; i < comparison->row_count && !run_interrupted(); i++) {
		progress_put(comparison->rows[i].name, i + 1,
			     comparison->row_count);
		measure_row(comparison, &comparison->rows[i]);
	}
	progress_end();
	measure_starts(comparison);
}

/* The page: whole, or none. */
static int save_page(struct comparison *comparison)
{
	const char *path = comparison->options.page;
	struct text text = {0};

	if (!path)
		return 0;
	page_put(&text, comparison);
	text.lost = text.lost || comparison->lost;
	comparison->saved = write_out("compare", path, &text);
	return !comparison->saved;
}

static int show(const struct comparison *comparison)
{
	struct text text = {0};
	int status = comparison->complaint_count != 0;

	switch (comparison->options.format) {
	case FORMAT_TABLE: show_table(&text, comparison); break;
	case FORMAT_MARKDOWN: show_markdown(&text, comparison); break;
	case FORMAT_CSV: show_csv(&text, comparison); break;
	case FORMAT_JSON: show_json(&text, comparison); break;
	}
	text.lost = text.lost || comparison->lost;
	if (!write_out("compare", NULL, &text))
		status = 1;
	tell_complaints(comparison);
	return status;
}

static void free_all(struct comparison *comparison)
{
	size_t i;

	rows_free(comparison);
	for (i = 0; i < comparison->complaint_count; i++) {
		text_free(&comparison->complaints[i].cause);
		text_free(&comparison->complaints[i].rows);
	}
	free(comparison->complaints);
	shipping_free(&comparison->shipping);
	tools_free(&comparison->tools);
	free(comparison->tracer.program);
	text_free(&comparison->tracer.why);
	text_free(&comparison->no_steps);
	text_free(&comparison->pipe);
	text_free(&comparison->copy);
	text_free(&comparison->folder);
	text_free(&comparison->example);
}

/* Without a file the example is compared. */
static int choose_files(struct comparison *comparison, char **only)
{
	struct options *options = &comparison->options;
	struct text path = {0};

	example_find(&comparison->example, options->files,
		     options->file_count);
	if (options->file_count)
		return 0;
	if (!comparison->example.length) {
		return refuse_word("compare", "hello_world.c", "the example "
				   "is not beside this premain: name a "
				   "FILE.c") - 1;
	}
	example_put(&path, comparison, "hello_world.c");
	*only = path.bytes;
	options->files = only;
	options->file_count = 1;
	return path.lost ? -1 : 0;
}

static int compare(struct comparison *comparison)
{
	const char *page = comparison->options.page;
	int status, saved = 0;

	if (page && !page_may_take(page))
		return refuse_word("compare", page,
				   "is there already, and is no page");
	if (rows_make(comparison) != 0)
		return -1;
	if (!pair_is_known(comparison))
		return refuse_word("compare", comparison->options.pair,
				   "no such rows (--pair)");
	run_catch_signals();
	status = folder_make(comparison);
	if (status == 0)
		measure(comparison);
	folder_remove(comparison);
	if (status == 0)
		saved = save_page(comparison);
	run_release_signals();
	if (status == 0)
		status = show(comparison);
	return status ? status : saved;
}

int premain_compare(char **words)
{
	struct comparison comparison = {0};
	char *only = NULL;
	int status = options_read(&comparison.options, words);

	if (status)
		return status;
	status = choose_files(&comparison, &only);
	if (status == 0)
		status = compare(&comparison);
	if (status < 0) {
		fputs("premain: compare: out of memory\n", stderr);
		status = 1;
	}
	free_all(&comparison);
	free(only);
	return status;
}
