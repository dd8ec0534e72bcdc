/*
 * std/stdio/vsnprintf.c - int vsnprintf(char *, size_t, const char *, va_list)
 *
 * Text that the array cannot take goes to a small place that is written over
 * and over: only its length is wanted. A call that fails leaves "".
 * Returns the length of the whole text; or -1 with EINVAL or EOVERFLOW.
 * Source: C23 7.23.6.5, 7.23.6.12; POSIX.1-2024 XSH fprintf.
 */
#include <stdio.h>

#include "std/errno/result.h"
#include "std/stdio/format.h"

struct array {
	struct format format;		/* first: full gets its address */
	char *terminator;		/* NULL while the array has room */
	char nowhere[16];
};

static void full(struct format *format)
{
	struct array *array = (struct array *)format;

	if (!array->terminator)
		array->terminator = format->at;
	format_move(format, array->nowhere);
	format->end = array->nowhere + sizeof array->nowhere;
}

int vsnprintf(char *restrict text, size_t size,
	      const char *restrict format, va_list args)
{
	struct array array;
	long total;

	array.format.at = text;
	array.format.end = text + (size ? size - 1 : 0);
	array.format.origin = (long)text;
	array.format.full = full;
	array.format.next = format;
	array.terminator = NULL;
	va_copy(array.format.args, args);
	total = __premain_format(&array.format);
	if (!array.terminator)
		array.terminator = array.format.at;
	if (total < 0)
		array.terminator = text;
	if (size)
		*array.terminator = '\0';
	return (int)__premain_result(total);
}
