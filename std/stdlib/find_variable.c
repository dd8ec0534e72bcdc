/*
 * std/stdlib/find_variable.c - the place of a variable in the environment
 *
 * Source: POSIX.1-2024 XBD 8.1.
 */
#include <string.h>
#include "std/stdlib/environment.h"

char **__premain_find_variable(const char *name, size_t length)
{
	char **variable = __environ;

	if (variable == NULL || length == 0)
		return NULL;
	for (; *variable != NULL; variable++)
		if (strncmp(*variable, name, length) == 0
		    && (*variable)[length] == '=')
			return variable;
	return NULL;
}
