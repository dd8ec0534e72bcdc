/*
 * premain/ldd.c
 *
 * premain ldd: the libraries that a program would be given, and from where.
 * The loader itself says it (ld-premain.so.1 --list), and nothing of the
 * program runs: the program's own interpreter is asked if it is this loader,
 * else the one that belongs to this premain. Source: ldd(1), ld.so(8).
 */
#include "premain/elf/facts.h"
#include "premain/run/run.h"
#include "premain/subcommands.h"
#include "premain/text/text.h"
#include "premain/words/words.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static const char loader_name[] = "ld-premain.so.1";

/* Where the loader lies, seen from the folder of premain: built, installed. */
static const char *const places[] = {"../lib/", "../lib/premain/lib/"};

static bool is_loader(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && strcmp(slash + 1, loader_name) == 0 &&
	       access(path, X_OK) == 0;
}

static bool find_own_loader(struct text *loader)
{
	const char *self = run_self(), *slash = strrchr(self, '/');
	size_t i;

	for (i = 0; slash && i < sizeof places / sizeof *places; i++) {
		text_free(loader);
		text_add(loader, self, (size_t)(slash + 1 - self));
		text_put(loader, places[i]);
		text_put(loader, loader_name);
		if (!loader->lost && is_loader(loader->bytes))
			return true;
	}
	return false;
}

/* What cannot be read has no interpreter; the loader says what is wrong. */
static bool find_loader(struct text *loader, const char *program)
{
	struct elf_facts facts = {0};
	int fd = open(program, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	if (fd >= 0) {
		if (elf_read_facts(fd, &facts))
			facts.interpreter[0] = '\0';
		close(fd);
	}
	if (!is_loader(facts.interpreter))
		return find_own_loader(loader);
	text_put(loader, facts.interpreter);
	return !loader->lost;
}

static int run(char **words)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		execve(words[0], words, environ);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		return -1;
	return run_exit_status(status);
}

/* A word that is no path would be an option, or looked for in folders. */
static int list(char *program)
{
	struct text loader = {0}, path = {0};
	int status = -1;

	if (*program == '-' || !strchr(program, '/'))
		text_put(&path, "./");
	text_put(&path, program);
	if (path.lost || !find_loader(&loader, path.bytes)) {
		refuse_word("ldd", loader_name, "is not beside premain: make");
	} else {
		char *words[] = {loader.bytes, "--list", path.bytes, NULL};

		status = run(words);
		if (status < 0 || status > 128)
			refuse_word("ldd", loader.bytes, status < 0 ?
				    NULL : "was killed by a signal");
	}
	text_free(&loader);
	text_free(&path);
	return status;
}

int premain_ldd(char **words)
{
	bool several = words[0] && words[1];
	int status = 0;

	if (!words[0])
		return refuse_word("ldd", "PROGRAM",
				   "is missing (premain ldd --help)");
	for (; *words; words++) {
		if (several) {
			text_print(1, "%s:\n", *words);
			fflush(stdout);
		}
		if (list(*words) != 0)
			status = 1;
	}
	return status;
}
