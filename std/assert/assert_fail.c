/*
 * std/assert/assert_fail.c - what a false assert does: one line on standard
 * error, in one write, and abort
 *
 * Source: C11 7.2.1.1.
 */
#include <assert.h>
#include <stdlib.h>
#include "std/unistd/complain.h"

void __assert_fail(const char *condition, const char *file, unsigned int line,
	const char *function)
{
	char digits[11], *number = digits + sizeof(digits) - 1;
	const char *parts[9];

	*number = '\0';
	do {
		*--number = (char)('0' + line % 10);
		line /= 10;
	} while (line > 0);
	parts[0] = file;
	parts[1] = ":";
	parts[2] = number;
	parts[3] = ": ";
	parts[4] = function;
	parts[5] = ": Assertion `";
	parts[6] = condition;
	parts[7] = "' failed.\n";
	parts[8] = NULL;
	__premain_complain(parts);
	abort();
}
