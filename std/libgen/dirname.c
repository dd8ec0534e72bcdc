/*
 * std/libgen/dirname.c - a path without its last part; "." if nothing is left
 *
 * Source: POSIX.1-2024 dirname.
 */
#include <libgen.h>
#include <stddef.h>
#include <string.h>

char *dirname(char *path)
{
	size_t end;

	if (path == NULL || *path == '\0')
		return (char *)".";
	end = strlen(path);
	while (end > 0 && path[end - 1] == '/')
		end--;
	if (end == 0)
		return (char *)"/";
	while (end > 0 && path[end - 1] != '/')
		end--;
	if (end == 0)
		return (char *)".";
	while (end > 1 && path[end - 1] == '/')
		end--;
	path[end] = '\0';
	return path;
}
