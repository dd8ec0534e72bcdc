/*
 * std/stdlib/putenv.c - makes the caller's own NAME=VALUE part of the
 * environment; without a = the variable goes, as in all systems
 *
 * Source: POSIX.1-2024 putenv.
 */
#include <stdlib.h>
#include <string.h>
#include "std/stdlib/environment.h"

int putenv(char *assignment)
{
	size_t length = strcspn(assignment, "=");

	if (assignment[length] == '\0')
		return unsetenv(assignment);
	return __premain_change_variable(assignment, length);
}
