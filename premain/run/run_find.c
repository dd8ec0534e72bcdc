/*
 * premain/run/run_find.c
 *
 * Looks for a program as execvp would, but says beforehand whether it is
 * there. An empty entry of PATH is the current folder. Source: POSIX 8.3.
 */
#include "premain/run/run.h"
#include "premain/text/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_program(const char *path)
{
	struct stat status;

	return access(path, X_OK) == 0 && stat(path, &status) == 0 &&
	       S_ISREG(status.st_mode);
}

static char *take_if_program(struct text *path)
{
	if (!path->lost && is_program(text_string(path)))
		return path->bytes;
	text_free(path);
	return NULL;
}

char *run_find(const char *name)
{
	const char *list = getenv("PATH");
	struct text path = {0};

	if (*name == '\0')
		return NULL;
	if (strchr(name, '/')) {
		text_put(&path, name);
		return take_if_program(&path);
	}
	while (list) {
		const char *end = strchr(list, ':');
		size_t length = end ? (size_t)(end - list) : strlen(list);

		text_add(&path, length ? list : ".", length ? length : 1);
		text_put(&path, "/");
		text_put(&path, name);
		if (take_if_program(&path))
			return path.bytes;
		list = end ? end + 1 : NULL;
	}
	return NULL;
}
