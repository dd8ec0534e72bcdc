/*
 * premain/words/refuse_program.c
 *
 * A program that cannot be run, before anything runs. Source: POSIX 2.8.2.
 */
#include "premain/words/words.h"

#include <errno.h>

int refuse_program(const char *subcommand, const char *name)
{
	bool there = errno == EACCES;

	refuse_word(subcommand, name, there ? "may not be executed" :
					      "no such program");
	return there ? 126 : 127;
}
