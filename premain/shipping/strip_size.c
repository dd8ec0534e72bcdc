/*
 * premain/shipping/strip_size.c
 *
 * How large a file is once it is stripped: a copy is, the file itself never.
 */
#include "premain/shipping/shipping.h"
#include "premain/run/run.h"

#include <sys/stat.h>

enum { STRIP_LIMIT = 30000 };	/* ms */

static bool is_file(const char *path, unsigned long long *size)
{
	struct stat status;

	if (stat(path, &status) != 0)
		return false;
	*size = (unsigned long long)status.st_size;
	return true;
}

bool strip_size(const struct shipping *shipping, const char *path,
		unsigned long long *bytes)
{
	char *words[] = {(char *)shipping->strip, (char *)"-o",
			 (char *)shipping->copy, (char *)path, NULL};
	struct capture output = {0}, errors = {0};
	struct outcome outcome;
	bool stripped;

	if (!shipping->strip || !shipping->copy)
		return false;
	outcome = run_command(&(struct command){
		.arguments = words, .limit = STRIP_LIMIT,
		.output = &output, .errors = &errors});
	stripped = outcome.ending == END_EXIT && outcome.value == 0 &&
		   is_file(shipping->copy, bytes);
	capture_free(&output);
	capture_free(&errors);
	return stripped;
}
