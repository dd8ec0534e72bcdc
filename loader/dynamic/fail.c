/* loader/dynamic/fail.c - the line that says why something was not done */
#include <stdarg.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"

char failure[FAILURE_MAX];
const char *failed_field;

static void join(char *at, const char *text, va_list texts)
{
	char *end = failure + sizeof failure - 1;

	for (; text; text = va_arg(texts, const char *))
		while (*text && at < end)
			*at++ = *text++;
	*at = '\0';
}

bool fail(const char *text, ...)
{
	va_list texts;

	va_start(texts, text);
	join(failure, text, texts);
	va_end(texts);
	failed_field = NULL;
	return false;
}

bool fail_more(const char *text, ...)
{
	va_list texts;

	va_start(texts, text);
	join(failure + strlen(failure), text, texts);
	va_end(texts);
	return false;
}

bool fail_by(const struct complaint *complaint)
{
	complaint_write(complaint, failure, sizeof failure);
	failed_field = complaint->field;
	return false;
}

void fail_warning(void)
{
	static const char who[] = "ld-premain: ";
	char line[sizeof who + sizeof failure];
	size_t length = strlen(failure);

	memcpy(line, who, sizeof who - 1);
	memcpy(line + sizeof who - 1, failure, length);
	line[sizeof who - 1 + length] = '\n';
	sys_write(2, line, sizeof who + length);
}

_Noreturn void fail_start(void)
{
	fail_warning();
	for (;;)
		sys_exit_group(127);
}
