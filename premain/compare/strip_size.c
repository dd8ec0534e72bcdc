/*
 * premain/compare/strip_size.c
 *
 * How large a file is once it is stripped: a copy is, the file itself never.
 */
#include "premain/compare/compare.h"

#include <errno.h>
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

bool strip_size(const struct comparison *comparison, const char *path,
		unsigned long long *bytes, struct row *row)
{
	char *tool = comparison->tools.paths[TOOL_STRIP];
	struct capture output = {0}, errors = {0};
	struct text copy = {0};
	struct outcome outcome = {END_UNSTARTED, ENOMEM};
	bool stripped = false;

	if (!tool)
		return false;
	folder_put(&copy, comparison, ".premain/stripped");
	if (!copy.lost) {
		char *words[] = {tool, "-o", copy.bytes, (char *)path, 0};

		outcome = run_command(&(struct command){
			.program = tool, .arguments = words,
			.environment = environ, .limit = STRIP_LIMIT,
			.output = &output, .errors = &errors});
		stripped = outcome.ending == END_EXIT && outcome.value == 0 &&
			   is_file(copy.bytes, bytes);
		if (stripped && row)
			measure_ledger(comparison, row, copy.bytes);
		unlink(copy.bytes);
	}
	text_free(&copy);
	capture_free(&output);
	capture_free(&errors);
	return stripped;
}
