/* loader/dynamic/fail.c - the line that says why something was not done */
#include <stdarg.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"

__attribute__((common)) char failure[FAILURE_MAX];
const char *failed_field;

static char *put_escaped(char *at, unsigned char byte)
{
	at[0] = '\\';
	at[1] = 'x';
	at[2] = "0123456789abcdef"[byte >> 4];
	at[3] = "0123456789abcdef"[byte & 15];
	return at + 4;
}

/* A name can neither move the cursor nor begin a line of its own. */
bool fail(const char *text, ...)
{
	char *at = failure;
	const char *end = failure + sizeof failure - sizeof "\\xNN\\xNN";
	va_list texts;

	va_start(texts, text);
	if (text == failure) {
		at += strlen(at);
		text = va_arg(texts, const char *);
	}
	for (; text; text = va_arg(texts, const char *))
		for (; *text && at < end; text++) {
			if (!is_control(text)) {
				*at++ = *text;
				continue;
			}
			at = put_escaped(at, (unsigned char)*text);
			if ((unsigned char)*text == 0xc2)
				at = put_escaped(at, (unsigned char)*++text);
		}
	va_end(texts);
	*at = '\0';
	failed_field = NULL;
	return false;
}

bool fail_by(const struct complaint *complaint)
{
	complaint_write(complaint, failure, sizeof failure);
	failed_field = complaint->field;
	return false;
}

bool fail_open(const char *path, long error)
{
	struct complaint complaint;

	complaint.object = path;
	complaint.table = NULL;
	complain_call(&complaint, "open", error);
	return fail_by(&complaint);
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
