/*
 * premain/run/run_find.c
 *
 * Looks for a program as execvp would, but says beforehand whether it is
 * there. An empty entry of PATH is the current folder. Source: POSIX 8.3.
 */
#include "premain/run/run.h"
#include "premain/text/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is there and no program is remembered: EACCES, as execve has it. */
static bool is_program(const char *path, int *error)
{
	struct stat status;
	bool there = stat(path, &status) == 0;

	if (there && S_ISREG(status.st_mode) && access(path, X_OK) == 0)
		return true;
	if (there || errno == EACCES)
		*error = EACCES;
	return false;
}

static void keep_if_program(struct text *path, int *error)
{
	if (path->lost || !is_program(text_string(path), error))
		text_free(path);
}

char *run_find(const char *name)
{
	const char *list = getenv("PATH");
	struct text path = {0};
	int error = ENOENT;

	if (strchr(name, '/')) {
		text_put(&path, name);
		keep_if_program(&path, &error);
		list = NULL;
	} else if (!*name) {
		list = NULL;
	}
	while (list) {
		const char *end = strchr(list, ':');
		size_t length = end ? (size_t)(end - list) : strlen(list);

		text_add(&path, length ? list : ".", length ? length : 1);
		text_put(&path, "/");
		text_put(&path, name);
		keep_if_program(&path, &error);
		list = end && !path.bytes ? end + 1 : NULL;
	}
	errno = error;
	return path.bytes;
}
