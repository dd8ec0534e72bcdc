/*
 * std/stdlib/change_variable.c - the environment gets NAME=VALUE, in the place
 * of an older value or at the end, where the list of pointers is copied once
 * for each variable more. Returns 0, or -1 with ENOMEM.
 *
 * Source: POSIX.1-2024 putenv.
 */
#include <stdlib.h>
#include <string.h>
#include "std/stdlib/environment.h"

int __premain_change_variable(char *assignment, size_t length)
{
	static char **ours;
	char **variable = __premain_find_variable(assignment, length);
	char **longer;
	size_t count = 0;

	if (variable != NULL) {
		*variable = assignment;
		return 0;
	}
	while (__environ != NULL && __environ[count] != NULL)
		count++;
	/* the kernel's list cannot grow; the program may have set its own */
	longer = realloc(__environ == ours ? ours : NULL,
		(count + 2) * sizeof(*longer));
	if (longer == NULL)
		return -1;
	if (count > 0 && __environ != ours)
		memcpy(longer, __environ, count * sizeof(*longer));
	longer[count] = assignment;
	longer[count + 1] = NULL;
	ours = __environ = longer;
	return 0;
}
