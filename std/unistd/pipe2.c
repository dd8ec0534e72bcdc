/*
 * std/unistd/pipe2.c - pipe with O_CLOEXEC and O_NONBLOCK
 *
 * Source: pipe(2), POSIX.1-2024 pipe2.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "crt/need.h"
#include "std/errno/result.h"

/* a descriptor could become 0, 1 or 2 */
NEED(__premain_start_secure);

int pipe2(int ends[2], int flags)
{
	return (int)__premain_result(sys_pipe2(ends, flags));
}
