/*
 * crt/die.c - the last words of a start that cannot go on
 *
 * One line on standard error, and status 127: the status that shells use for a
 * command that could not be started (POSIX.1-2024 XCU 2.8.2).
 */
#include <stdlib.h>

#include <premain/syscalls.h>

#include "crt/die.h"

_Noreturn void __premain_die(const char *line)
{
	size_t length = 0;

	while (line[length])
		length++;
	sys_write(2, line, length);
	_Exit(127);
}
