/*
 * premain/compare/measure_row.c
 *
 * One row, from its source to its figures: build, look at the file, run it,
 * and put the file aside. Every variant runs under the same path, so
 * that a program which prints argv[0] prints the same in all of them.
 */
#include "premain/compare/compare.h"
#include "premain/explain/explain.h"

#include <stdio.h>
#include <string.h>

enum { BUILD_LIMIT = 120000 };	/* ms; no compiler of a hello needs it */

/* FOLDER/hello for some/hello.c; a name that we use ourselves becomes
 * "program". */
static void put_program(struct text *path, const struct comparison *comparison,
			const char *source)
{
	const char *name = path_base(source);
	size_t length = strlen(name) - 2;

	folder_put(path, comparison, "");
	if (length == 0 || (length == 8 && memcmp(name, ".premain", 8) == 0))
		text_put(path, "program");
	else
		text_add(path, name, length);
}

static bool build(struct comparison *comparison, struct row *row,
		  const char *program)
{
	struct text scratch = {0}, floor = {0};
	struct build build = {
		.variant = row->variant, .source = row->source,
		.output = program, .limit = BUILD_LIMIT};
	enum built built = BUILT_FAILED;

	folder_put(&scratch, comparison, ".premain");
	example_put(&floor, comparison, "01-elf.asm");
	build.folder = scratch.bytes;
	if (row->variant->tool == TOOL_NASM)
		build.source = floor.bytes;
	if (!scratch.lost && !floor.lost)
		built = variant_build(&build, &comparison->tools,
				      &row->command, &row->note);
	if (built != BUILT)
		row->state = built == BUILT_MISSING ? ROW_MISSING : ROW_FAILED;
	if (built == BUILT_FAILED)
		complain(comparison, row, "%s", text_string(&row->note));
	text_free(&scratch);
	text_free(&floor);
	return built == BUILT;
}

/* What was built moves out of the next one's way, to be timed in the end. */
static void keep_program(const struct comparison *comparison, struct row *row,
			 struct text *program)
{
	if (row->variant) {
		text_format(&row->program, "%s/.premain/%zu",
			    comparison->folder.bytes,
			    (size_t)(row - comparison->rows));
		if (row->program.lost ||
		    rename(program->bytes, row->program.bytes) != 0)
			text_free(&row->program);
	} else {
		text_put(&row->program, program->bytes);
	}
}

void measure_row(struct comparison *comparison, struct row *row)
{
	struct text program = {0};

	if (row->state != ROW_MEASURED)
		return;
	if (row->variant)
		put_program(&program, comparison, row->source);
	else if (!strchr(row->source, '/'))
		text_put(&program, "./");
	if (!row->variant)
		text_put(&program, row->source);
	if (program.lost)
		comparison->lost = true;
	else if ((!row->variant || build(comparison, row, program.bytes)) &&
		 measure_file(comparison, row, program.bytes)) {
		measure_shipping(comparison, row, program.bytes);
		measure_run(comparison, row, program.bytes);
		measure_steps(comparison, row, program.bytes);
		measure_live(comparison, row, program.bytes);
	}
	if (!program.lost)
		keep_program(comparison, row, &program);
	text_free(&program);
}
