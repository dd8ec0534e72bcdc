/*
 * std/unistd/pipe.c - a pipe: what is written to ends[1] is read from ends[0]
 *
 * Source: pipe(2), POSIX.1-2024 pipe.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "crt/need.h"
#include "std/errno/result.h"

/* a descriptor could become 0, 1 or 2 */
NEED(__premain_start_secure);

int pipe(int ends[2])
{
	return (int)__premain_result(sys_pipe(ends));
}
