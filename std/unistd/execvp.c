/*
 * std/unistd/execvp.c - execv of a program that is looked for along PATH
 *
 * Source: POSIX.1-2024 execvp.
 */
#include <unistd.h>
#include "std/errno/result.h"
#include "std/stdlib/environment.h"
#include "std/unistd/search.h"

int execvp(const char *file, char *const arguments[])
{
	return (int)__premain_result(__premain_execute(file, arguments,
		__environ));
}
