/*
 * std/stdio/fgets.c - char *fgets(char *line, int size, FILE *stream)
 *
 * Reads up to size - 1 bytes, a newline included, and ends them with '\0'.
 * Returns line; or NULL at the end, where nothing was read, where there is no
 * room at all, or on an error, with read's errno. Source: C11 7.21.7.2.
 */
#include "std/stdio/stream.h"

char *fgets(char *restrict line, int size, FILE *restrict stream)
{
	char *at = line;
	int byte = 0;

	if (size < 1)
		return NULL;
	while (size-- > 1 && byte != '\n') {
		byte = __premain_get(stream);
		if (byte == EOF)
			break;
		*at++ = (char)byte;
	}
	if (byte == EOF && (at == line || !__premain_stdin_ended))
		return NULL;
	*at = '\0';
	return line;
}
