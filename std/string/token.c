/*
 * std/string/token.c - the next token, cut out of the text by a NUL, or NULL;
 * `*rest` is where the next call goes on when its text is NULL
 *
 * Source: POSIX.1-2024 strtok_r.
 */
#include <string.h>
#include "std/string/token.h"

char *__premain_token(char *restrict text, const char *restrict separators,
	char **restrict rest)
{
	char *end;

	if (text == NULL)
		text = *rest;
	text += strspn(text, separators);
	if (*text == '\0') {
		*rest = text;
		return NULL;
	}
	end = text + strcspn(text, separators);
	*rest = end;
	if (*end != '\0') {
		*end = '\0';
		*rest = end + 1;
	}
	return text;
}
