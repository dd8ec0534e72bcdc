/*
 * std/unistd/execvpe.c - execve of a program that is looked for along this
 * program's own PATH
 *
 * Source: exec(3).
 */
#include <unistd.h>
#include "std/errno/result.h"
#include "std/unistd/search.h"

int execvpe(const char *file, char *const arguments[],
	char *const environment[])
{
	return (int)__premain_result(__premain_execute(file, arguments,
		environment));
}
