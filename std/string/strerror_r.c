/*
 * std/string/strerror_r.c - the text of an error's number in the caller's
 * bytes, cut with a NUL where they are too few. Returns 0, ERANGE (cut) or
 * EINVAL (an unknown number, with a text nevertheless).
 *
 * Source: POSIX.1-2024 strerror_r.
 */
#include <errno.h>
#include <string.h>
#include "std/string/nth_text.h"
#include "std/string/unknown.h"

int strerror_r(int error, char *text, size_t size)
{
	const char *known = __premain_error_text(error);
	const char *whole = known;

	if (whole == NULL)
		whole = __premain_unknown("Unknown error ", error);
	if (strlcpy(text, whole, size) >= size)
		return ERANGE;
	return known != NULL ? 0 : EINVAL;
}
