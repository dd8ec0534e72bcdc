/*
 * std/unistd/search.c - execve along PATH; a name with a slash is a path
 * already
 *
 * An empty entry of PATH is the current folder. Without a PATH it is
 * /bin:/usr/bin. What may not be executed is passed over, and remembered:
 * EACCES then says more than ENOENT. What is no program (ENOEXEC) is a script
 * for /bin/sh.
 * Source: POSIX.1-2024 exec, execlp and execvp; sh(1).
 */
#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <premain/syscalls.h>
#include "std/unistd/search.h"

#define DEFAULT_PATH "/bin:/usr/bin"

/* The shell reads the script: sh PATH ARGUMENTS... */
static long execute_script(const char *path, char *const *arguments,
	char *const *environment)
{
	size_t count = 0;

	while (arguments[count] != NULL)
		count++;
	char *shell[count + 3];
	char **next = shell;

	*next++ = "sh";
	*next++ = (char *)path;
	for (size_t n = 1; n < count; n++)
		*next++ = arguments[n];
	*next = NULL;
	return sys_execve("/bin/sh", shell, environment);
}

static long execute(const char *path, char *const *arguments,
	char *const *environment)
{
	long result = sys_execve(path, arguments, environment);

	if (result == -ENOEXEC)
		result = execute_script(path, arguments, environment);
	return result;
}

long __premain_execute(const char *file, char *const *arguments,
	char *const *environment)
{
	char path[PATH_MAX];
	size_t length = strlen(file), folder;
	const char *entry = getenv("PATH");
	int denied = 0;

	if (length == 0)
		return -ENOENT;
	if (strchr(file, '/') != NULL)
		return execute(file, arguments, environment);
	if (length > NAME_MAX)
		return -ENAMETOOLONG;
	if (entry == NULL)
		entry = DEFAULT_PATH;
	for (;; entry += folder + 1) {
		long result = -ENOENT;

		folder = strcspn(entry, ":");
		if (folder + length + 2 <= sizeof(path)) {
			char *name = path;

			memcpy(path, entry, folder);
			name += folder;
			if (folder > 0)
				*name++ = '/';
			memcpy(name, file, length + 1);
			result = execute(path, arguments, environment);
		}
		switch (result) {
		case -EACCES:
			denied = 1;
			break;
		case -ENOENT:
		case -ENOTDIR:
		case -ENAMETOOLONG:
		case -ELOOP:
		case -ESTALE:
		case -ENODEV:
		case -ETIMEDOUT:
			break;
		default:
			return result;
		}
		if (entry[folder] == '\0')
			return denied ? -EACCES : -ENOENT;
	}
}
