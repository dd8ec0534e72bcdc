/*
 * std/stdio/puts.c - int puts(const char *string)
 *
 * Writes the string and a newline, together in one write(2) for up to 512
 * bytes. Returns the bytes written, or EOF with write's errno.
 * Source: C11 7.21.7.9.
 */
#include <stdio.h>

int puts(const char *string)
{
	char buffer[512];
	size_t total = 0;
	char byte;

	do {
		size_t last = total++ % sizeof buffer;

		byte = *string++;
		buffer[last] = byte ? byte : '\n';
		if ((!byte || last == sizeof buffer - 1)
		    && __premain_write_all(1, buffer, last + 1) < 0)
			return EOF;
	} while (byte);
	return (int)total;
}
