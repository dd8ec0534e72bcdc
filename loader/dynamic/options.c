/*
 * loader/dynamic/options.c - ld-premain.so.1 [OPTIONS] PROGRAM ARGS...
 */
#include <string.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/options.h"
#include "loader/dynamic/process.h"

/*
 * Takes the first `count` arguments away: all that follows moves down, so that
 * the stack pointer keeps its alignment.
 */
static void shift(struct initial_stack *stack, uint64_t count)
{
	uint64_t *to = (uint64_t *)stack->argv, *from = to + count;
	uint64_t *end = (uint64_t *)process.auxv;

	stack->argc -= count;
	while (((struct auxv_entry *)end)->a_type != AT_NULL)
		end += 2;
	end += 2;
	memmove(to, from, (size_t)(end - from) * sizeof *to);
	process.argc = (int)stack->argc;
	process.envp -= count;
	process.auxv = (struct auxv_entry *)((uint64_t *)process.auxv - count);
}

const char *read_options(struct initial_stack *stack)
{
	char **argument = process.argv + 1, *argv0 = NULL;
	const char *path;

	for (; *argument && **argument == '-'; argument++) {
		const char *option = *argument;
		const char **value = NULL;

		if (!strcmp(option, "--list"))
			process.list = true;
		else if (!strcmp(option, "--dry-run"))
			process.dry_run = true;
		else if (!strcmp(option, "--stand-in"))
			process.stand_in = true;
		else if (!strcmp(option, "--explain"))
			process.narrate = "explain";
		else if (!strcmp(option, "--library-path"))
			value = &process.library_path;
		else if (!strcmp(option, "--preload"))
			value = &process.preload;
		else if (!strcmp(option, "--argv0"))
			value = (const char **)&argv0;
		else
			fail(option, ": no such option", NULL), fail_start();
		if (value) {
			*value = *++argument;
			if (!*value)
				fail(option, ": a word is missing behind it",
				     NULL), fail_start();
		}
	}
	if (!*argument)
		fail("usage: ld-premain.so.1 [--list] [--dry-run] [--explain] "
		     "[--stand-in] [--library-path FOLDERS] [--preload FILES] "
		     "[--argv0 NAME] PROGRAM [ARGUMENT...]", NULL),
			fail_start();
	path = *argument;
	if (argv0)
		*argument = argv0;
	shift(stack, (uint64_t)(argument - process.argv));
	return path;
}
