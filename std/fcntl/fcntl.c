/*
 * std/fcntl/fcntl.c - requests about a descriptor; the third argument is an
 * int, a pointer or not there, and the kernel knows which
 *
 * Source: fcntl(2), POSIX.1-2024 fcntl.
 */
#include <fcntl.h>
#include <stdarg.h>
#include <premain/syscalls.h>
#include "crt/need.h"
#include "std/errno/result.h"

/* a descriptor could become 0, 1 or 2 */
NEED(__premain_start_secure);

int fcntl(int file, int command, ...)
{
	unsigned long argument;
	va_list list;

	va_start(list, command);
	argument = va_arg(list, unsigned long);
	va_end(list);
	return (int)__premain_result(sys_fcntl(file, (unsigned int)command,
		argument));
}
