/*
 * std/stdlib/unsetenv.c - takes an environment variable away, as often as it
 * is there
 * errno: EINVAL (a name that is empty or has a =)
 *
 * Source: POSIX.1-2024 unsetenv.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "std/errno/result.h"
#include "std/stdlib/environment.h"

int unsetenv(const char *name)
{
	size_t length = strcspn(name, "=");
	char **variable;

	if (length == 0 || name[length] != '\0')
		return (int)__premain_result(-EINVAL);
	while ((variable = __premain_find_variable(name, length)) != NULL)
		do {
			variable[0] = variable[1];
		} while (*variable++ != NULL);
	return 0;
}
