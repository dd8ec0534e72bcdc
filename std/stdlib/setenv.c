/*
 * std/stdlib/setenv.c - sets an environment variable to a copy of a value. The
 * copy stays for ever: getenv may have handed it out.
 * errno: EINVAL (a name that is empty or has a =), ENOMEM.
 *
 * Source: POSIX.1-2024 setenv.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "std/errno/result.h"
#include "std/stdlib/environment.h"

int setenv(const char *name, const char *value, int overwrite)
{
	size_t length = strcspn(name, "="), value_size;
	char *assignment;

	if (length == 0 || name[length] != '\0')
		return (int)__premain_result(-EINVAL);
	if (!overwrite && __premain_find_variable(name, length) != NULL)
		return 0;
	value_size = strlen(value) + 1;
	assignment = malloc(length + 1 + value_size);
	if (assignment == NULL)
		return -1;
	memcpy(assignment, name, length);
	assignment[length] = '=';
	memcpy(assignment + length + 1, value, value_size);
	if (__premain_change_variable(assignment, length) == 0)
		return 0;
	free(assignment);
	return -1;
}
