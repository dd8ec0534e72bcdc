/*
 * std/string/strtok_r.c - the next token, with no state but the caller's
 *
 * Source: POSIX.1-2024 strtok_r.
 */
#include <string.h>
#include "std/string/token.h"

char *strtok_r(char *restrict text, const char *restrict separators,
	char **restrict rest)
{
	if (text == NULL && *rest == NULL)
		return NULL;
	return __premain_token(text, separators, rest);
}
