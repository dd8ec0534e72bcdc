/*
 * std/libgen/basename.c - the last part of a path, of which slashes at the end
 * are cut off; "." for an empty one
 *
 * Source: POSIX.1-2024 basename.
 */
#include <libgen.h>
#include <stddef.h>
#include <string.h>

char *basename(char *path)
{
	size_t end;

	if (path == NULL || *path == '\0')
		return (char *)".";
	end = strlen(path);
	while (end > 1 && path[end - 1] == '/')
		path[--end] = '\0';
	while (end > 0 && path[end - 1] != '/')
		end--;
	/* "/" alone is its own last part */
	return path[end] != '\0' ? path + end : path;
}
