/*
 * std/unistd/pause.c - waits for a signal's handler: -1 and EINTR
 *
 * Source: pause(2), POSIX.1-2024 pause.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int pause(void)
{
	return (int)__premain_result(sys_pause());
}
