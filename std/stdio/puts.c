/*
 * std/stdio/puts.c - int puts(const char *string)
 *
 * Writes the string and a newline, together in one write(2) for up to 512
 * bytes. Returns 1, or EOF with write's errno. Source: C11 7.21.7.9.
 */
#include <stdio.h>

int puts(const char *string)
{
	char buffer[512];
	size_t used = 0;
	char byte;

	do {
		byte = *string++;
		buffer[used++] = byte ? byte : '\n';
		if (!byte || used == sizeof buffer) {
			if (__premain_write_all(1, buffer, used) < 0)
				return EOF;
			used = 0;
		}
	} while (byte);
	return 1;
}
