/* loader/dynamic/fail.c - the line that says why something was not done */
#include <stdarg.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"

char failure[FAILURE_MAX];

bool fail(const char *text, ...)
{
	char *at = failure, *end = failure + sizeof failure - 1;
	va_list texts;

	va_start(texts, text);
	for (; text; text = va_arg(texts, const char *))
		while (*text && at < end)
			*at++ = *text++;
	va_end(texts);
	*at = '\0';
	return false;
}

bool fail_by(const struct complaint *complaint)
{
	complaint_write(complaint, failure, sizeof failure);
	return false;
}

_Noreturn void fail_start(void)
{
	static const char who[] = "ld-premain: ";
	char line[sizeof who + sizeof failure];
	size_t length = strlen(failure);

	memcpy(line, who, sizeof who - 1);
	memcpy(line + sizeof who - 1, failure, length);
	line[sizeof who - 1 + length] = '\n';
	sys_write(2, line, sizeof who + length);
	for (;;)
		sys_exit_group(127);
}
