/*
 * std/string/strsep.c - the next field, which may be empty; NULL at the end
 *
 * Source: strsep(3).
 */
#include <string.h>

char *strsep(char **restrict rest, const char *restrict separators)
{
	char *field = *rest, *end;

	if (field == NULL)
		return NULL;
	end = field + strcspn(field, separators);
	*rest = NULL;
	if (*end != '\0') {
		*end = '\0';
		*rest = end + 1;
	}
	return field;
}
