/*
 * loader/dynamic/options.c - ld-premain.so.1 [OPTION...] PROGRAM [ARGUMENT...]
 *
 * PROGRAM is a path as open(2) takes it, with a slash or without: it is not
 * searched for. Its argv is as if it had been run itself; what the kernel alone
 * can set (/proc/self/exe, comm) still names the loader.
 */
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/options.h"
#include "loader/dynamic/process.h"

static const char usage[] =
	"usage: ld-premain.so.1 [--list] [--explain] [--dry-run] [--stand-in]"
	" [--library-path FOLDERS] [--preload FILES] [--argv0 NAME]"
	" PROGRAM [ARGUMENT...]\n";

/* Obeys an option. Returns where the word behind it belongs, or NULL. */
static const char **obey(const char *option, const char **argv0)
{
	if (!strcmp(option, "--list"))
		process.list = true;
	else if (!strcmp(option, "--dry-run"))
		process.dry_run = true;
	else if (!strcmp(option, "--stand-in"))
		process.stand_in = true;
	else if (!strcmp(option, "--explain"))
		process.narrate = "explain";
	else if (!strcmp(option, "--library-path"))
		return &process.library_path;
	else if (!strcmp(option, "--preload"))
		return &process.preload[1];
	else if (!strcmp(option, "--argv0"))
		return argv0;
	else if (!strcmp(option, "--help"))
		sys_exit_group(sys_write(1, usage, sizeof usage - 1) < 0);
	else
		fail(option, ": no such option (--help)", NULL),
			fail_start();
	return NULL;
}

const char *read_options(struct initial_stack *stack)
{
	char **argument = process.argv + (process.argc != 0);
	const char *path, *argv0 = NULL;

	for (; *argument && **argument == '-'; argument++) {
		const char **value = obey(*argument, &argv0);

		if (!value)
			continue;
		if (!*++argument)
			fail(argument[-1], ": a word is missing behind it",
			     NULL), fail_start();
		*value = *argument;
	}
	if (!*argument)
		fail("a PROGRAM is missing (--help)", NULL),
			fail_start();
	if (process.secure)
		process.library_path = process.preload[1] = process.narrate =
			NULL;
	path = *argument;
	if (argv0)
		*argument = (char *)argv0;
	stack->argc -= (uint64_t)(argument - process.argv);
	process.argc = (int)stack->argc;
	process.envp -= argument - process.argv;
	take_away(process.argv, argument);
	return path;
}
