/*
 * std/stdio/puts-shared.c - int puts(const char *string) in the shared library
 *
 * As std/stdio/puts.c does it, by functions that are there anyway: what has no
 * room in the buffer with its newline is written before it.
 * Source: C11 7.21.7.9.
 */
#include <stdio.h>
#include <string.h>

int puts(const char *string)
{
	char buffer[512];
	size_t length = strlen(string), rest = length;

	if (length >= sizeof buffer) {
		if (__premain_write_all(1, string, length) < 0)
			return EOF;
		rest = 0;
	}
	memcpy(buffer, string, rest);
	buffer[rest] = '\n';
	return __premain_write_all(1, buffer, rest + 1) < 0 ?
		EOF : (int)length + 1;
}
