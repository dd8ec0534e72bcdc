/*
 * std/unistd/dup.c - the lowest free descriptor becomes another name of this
 * one
 *
 * Source: dup(2), POSIX.1-2024 dup.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "crt/need.h"
#include "std/errno/result.h"

/* a descriptor could become 0, 1 or 2 */
NEED(__premain_start_secure);

int dup(int file)
{
	return (int)__premain_result(sys_dup(file));
}
