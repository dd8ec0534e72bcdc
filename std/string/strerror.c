/*
 * std/string/strerror.c - the text of an error's number; not to be changed
 *
 * Source: C11 7.24.6.2, POSIX.1-2024 strerror.
 */
#include <string.h>
#include "std/string/nth_text.h"
#include "std/string/unknown.h"

char *strerror(int error)
{
	const char *text = __premain_error_text(error);

	if (text != NULL)
		return (char *)text;
	return __premain_unknown("Unknown error ", error);
}
