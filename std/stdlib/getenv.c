/*
 * std/stdlib/getenv.c - the value of an environment variable, or NULL
 *
 * Source: C11 7.22.4.6.
 */
#include <stdlib.h>
#include <string.h>
#include "std/stdlib/environment.h"

char *getenv(const char *name)
{
	size_t length = strcspn(name, "=");
	char **variable = NULL;

	if (name[length] == '\0')
		variable = __premain_find_variable(name, length);
	return variable != NULL ? *variable + length + 1 : NULL;
}
