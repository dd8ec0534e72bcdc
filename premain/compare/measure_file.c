/*
 * premain/compare/measure_file.c
 *
 * The figures that are in the file, and its size once it is stripped: a copy
 * is, the file itself never. Without section headers nothing is to strip.
 */
#include "premain/compare/compare.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STRIP_LIMIT = 30000 };	/* ms */

extern char **environ;

static bool is_file(const char *path, unsigned long long *size)
{
	struct stat status;

	if (stat(path, &status) != 0)
		return false;
	*size = (unsigned long long)status.st_size;
	return true;
}

static void strip(struct comparison *comparison, struct row *row,
		  const char *program)
{
	char *tool = comparison->tools.paths[TOOL_STRIP];
	struct capture output = {0}, errors = {0};
	struct text copy = {0};
	struct outcome outcome = {END_UNSTARTED, ENOMEM};

	row->bytes = row->facts.file_size;
	if (!tool)
		return;
	folder_put(&copy, comparison, ".premain/stripped");
	if (!copy.lost) {
		char *words[] = {tool, "-o", copy.bytes, (char *)program, 0};

		outcome = run_command(&(struct command){
			.program = tool, .arguments = words,
			.environment = environ, .limit = STRIP_LIMIT,
			.output = &output, .errors = &errors});
		row->stripped = outcome.ending == END_EXIT &&
				outcome.value == 0 &&
				is_file(copy.bytes, &row->bytes);
		unlink(copy.bytes);
	}
	text_free(&copy);
	capture_free(&output);
	capture_free(&errors);
}

/* A wrapper may hand out another kind of file than it was asked for. */
static void check_kind(struct row *row)
{
	if (row->variant && row->facts.kind != row->variant->wanted)
		text_format(&row->note, "asked for %s, the file is %s",
			    elf_kind_name(row->variant->wanted),
			    elf_kind_name(row->facts.kind));
}

bool measure_file(struct comparison *comparison, struct row *row,
		  const char *program)
{
	int fd = open(program, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	const char *wrong;

	if (fd < 0) {
		wrong = strerror(errno);
	} else {
		wrong = elf_read_facts(fd, &row->facts);
		close(fd);
	}
	if (wrong) {
		row->state = ROW_FAILED;
		text_put(&row->note, wrong);
		complain(comparison, row, wrong);
		return false;
	}
	check_kind(row);
	if (row->facts.sections)
		strip(comparison, row, program);
	else
		row->bytes = row->facts.file_size;
	row->stripped = row->stripped || !row->facts.sections;
	return true;
}
