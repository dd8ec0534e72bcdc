/*
 * crt/die.c - the last words of a start that cannot go on
 *
 * One line on standard error, in one write, and status 127: the status that
 * shells use for a command that could not be started (POSIX XCU 2.8.2).
 */
#include <premain/syscalls.h>

#include "crt/die.h"

_Noreturn void __premain_die(const char *message)
{
	static const char who[] = "premain: ";
	char line[128];
	size_t length = 0;

	while (who[length]) {
		line[length] = who[length];
		length++;
	}
	while (*message && length < sizeof line - 1)
		line[length++] = *message++;
	line[length++] = '\n';
	sys_write(2, line, length);
	for (;;)
		sys_exit_group(127);
}
