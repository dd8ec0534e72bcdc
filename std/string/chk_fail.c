/*
 * std/string/chk_fail.c - what happens where a checked name would write beyond
 * its object: one line on standard error, and abort
 *
 * Source: LSB core 10.7, __chk_fail.
 */
#include <stdlib.h>
#include <premain/syscalls.h>

#include "std/string/fortify.h"

void __chk_fail(void)
{
	static const char line[] =
		"*** buffer overflow detected ***: terminated\n";

	sys_write(2, line, sizeof(line) - 1);
	abort();
}
