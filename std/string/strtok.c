/*
 * std/string/strtok.c - the next token of the text given last
 *
 * Source: C11 7.24.5.8.
 */
#include <string.h>
#include "std/string/token.h"

char *strtok(char *restrict text, const char *restrict separators)
{
	static char *rest;

	if (text == NULL && rest == NULL)
		return NULL;
	return __premain_token(text, separators, &rest);
}
