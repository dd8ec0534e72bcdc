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
	" [--library-path PATH] [--preload FILES] [--argv0 NAME]"
	" PROGRAM...\n";

/* Where the loader keeps that an option was given, or the word behind it. */
static const struct option {
	char name[13];
	uint8_t is_word;
	uint16_t place;		/* in `process` */
} options[] = {
	{ "list", 0, offsetof(struct process, list) },
	{ "dry-run", 0, offsetof(struct process, dry_run) },
	{ "stand-in", 0, offsetof(struct process, stand_in) },
	{ "library-path", 1, offsetof(struct process, library_path) },
	{ "preload", 1, offsetof(struct process, preload[1]) },
	{ "argv0", 1, offsetof(struct process, argv0) }
};

/* Obeys an option. Returns where the word behind it belongs, or NULL. */
static const char **obey(const char *name)
{
	const struct option *option = options;

	if (!strcmp(name, "--explain")) {
		process.narrate = "explain";
		return NULL;
	}
	if (!strcmp(name, "--help"))
		sys_exit_group(sys_write(1, usage, sizeof usage - 1) < 0);
	while (name[1] != '-' || strncmp(name + 2, option->name, 13))
		if (++option == options + sizeof options / sizeof *options)
			fail(name, ": no such option (--help)", NULL),
				fail_start();
	if (option->is_word)
		return (const char **)((char *)&process + option->place);
	*((char *)&process + option->place) = true;
	return NULL;
}

const char *read_options(struct initial_stack *stack)
{
	char **argument = process.argv + (process.argc != 0);
	const char *path;

	for (; *argument && **argument == '-'; argument++) {
		const char **value = obey(*argument);

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
	if (process.argv0)
		*argument = (char *)process.argv0;
	stack->argc -= (uint64_t)(argument - process.argv);
	process.argc = (int)stack->argc;
	process.envp -= argument - process.argv;
	take_away(process.argv, argument);
	return path;
}
