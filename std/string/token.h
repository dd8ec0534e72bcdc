/*
 * std/string/token.h - strtok with the place to go on in the caller's hands
 *
 * Source: POSIX.1-2024 strtok_r.
 */
#ifndef STD_STRING_TOKEN_H
#define STD_STRING_TOKEN_H

char *__premain_token(char *restrict text, const char *restrict separators,
	char **restrict rest);

#endif
