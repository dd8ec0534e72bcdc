/*
 * std/unistd/dup2.c - a descriptor of this number becomes another name of this
 * one
 *
 * Source: dup(2), POSIX.1-2024 dup2.
 */
#include <unistd.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int dup2(int file, int number)
{
	return (int)__premain_result(sys_dup2(file, number));
}
