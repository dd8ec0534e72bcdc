/*
 * std/stdio/vsnprintf.c - int vsnprintf(char *, size_t, const char *, va_list)
 *
 * Of text that the array cannot take only the length is wanted. A call that
 * fails leaves "".
 * Returns the length of the whole text; or -1 with EINVAL or EOVERFLOW.
 * Source: C23 7.23.6.5, 7.23.6.12; POSIX.1-2024 XSH fprintf.
 */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "std/errno/result.h"
#include "std/stdio/format.h"

struct array {
	struct format format;		/* first: put gets its address */
	char *at;
	size_t room;
};

static void put(struct format *format, const char *bytes, long step, long count)
{
	struct array *array = (struct array *)format;
	size_t length = (size_t)count;

	format->total += count;
	if (length > array->room) {
		if (format->total > INT_MAX)	/* all that bounds sprintf */
			return;
		length = array->room;
	}
	if (length == 1)
		*array->at = *bytes;
	else if (step)
		memcpy(array->at, bytes, length);
	else
		memset(array->at, *bytes, length);
	array->at += length;
	array->room -= length;
}

int vsnprintf(char *restrict text, size_t size,
	      const char *restrict format, va_list args)
{
	struct array array;
	long total;

	array.at = text;
	array.room = size ? size - 1 : 0;
	array.format.put = put;
	array.format.next = format;
	array.format.total = 0;
	va_copy(array.format.args, args);
	total = __premain_format_fast(&array.format);
	if (size)
		*(total < 0 ? text : array.at) = '\0';
	return (int)__premain_result(total);
}
