/*
 * std/stdio/perror.c - void perror(const char *prefix)
 *
 * "PREFIX: MESSAGE\n" on standard error, in one write; without the prefix where
 * it is NULL or "". Source: C11 7.21.10.4.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

void perror(const char *prefix)
{
	const char *colon = ": ";

	if (!prefix || !*prefix)
		prefix = colon = "";
	fprintf(stderr, "%s%s%s\n", prefix, colon, strerror(errno));
}
