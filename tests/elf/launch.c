/*
 * tests/elf/launch.c - launch COUNT SEED GOOD BAD COMMAND...: nothing kills it
 *
 * Makes COUNT spoilt copies of the file GOOD, one by one under the name BAD,
 * and runs the command with each. It may do its work (status 0), or refuse
 * with status 127 and one line on standard error that begins with
 * "ld-premain: ". All else is named by its seed, the copy of the first one is
 * left as BAD, and the status is 1: a signal, a hang of ten seconds, another
 * status, another line, or output of the mutant's own ("RUN"), which nobody
 * was to run.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/elf/mutate.h"

static int mutant, output, error;

static int open_memory(const char *name)
{
	int fd = memfd_create(name, MFD_CLOEXEC);

	if (fd < 0)
		mutate_fail(name);
	return fd;
}

static int run(char **command)
{
	pid_t child;
	int status;

	if (ftruncate(output, 0) || ftruncate(error, 0) ||
	    lseek(output, 0, SEEK_SET) || lseek(error, 0, SEEK_SET))
		mutate_fail("ftruncate");
	child = vfork();
	if (child == 0) {
		alarm(10);
		dup2(output, 1);
		dup2(error, 2);
		execv(command[0], command);
		_exit(126);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		mutate_fail("vfork");
	return status;
}

/* NULL: as it should be; or what is wrong. */
static const char *judge(int status)
{
	static char text[1 << 16];
	static const char who[] = "ld-premain: ";
	ssize_t length = pread(output, text, sizeof text - 1, 0);
	char *end;

	text[length < 0 ? 0 : length] = '\0';
	if (strstr(text, "RUN"))
		return "it was run";
	if (!WIFEXITED(status))
		return "a signal";
	if (WEXITSTATUS(status) == 0)
		return NULL;
	if (WEXITSTATUS(status) != 127)
		return "another status";
	length = pread(error, text, sizeof text - 1, 0);
	text[length < 0 ? 0 : length] = '\0';
	end = strchr(text, '\n');
	if (strncmp(text, who, sizeof who - 1) || !end || end[1])
		return "not one line of ld-premain's";
	return NULL;
}

int main(int argc, char **argv)
{
	unsigned long count, seed, accepted = 0, i;
	const char *wrong = NULL;

	if (argc < 6)
		return 2;
	count = strtoul(argv[1], NULL, 10);
	seed = strtoul(argv[2], NULL, 10);
	mutate_load(argv[3]);
	mutant = open(argv[4], O_RDWR | O_CREAT | O_CLOEXEC, 0777);
	if (mutant < 0)
		mutate_fail(argv[4]);
	output = open_memory("output");
	error = open_memory("error");
	for (i = 0; i < count && !wrong; i++) {
		int status;

		mutate_write(seed + i, mutant);
		status = run(argv + 5);
		wrong = judge(status);
		accepted += status == 0;
		if (wrong)
			printf("mutant %lu of %s: %s (wait status 0x%x)\n",
			       seed + i, argv[3], wrong, (unsigned int)status);
	}
	printf("%lu accepted, %lu refused\n", accepted, i - accepted);
	return wrong != NULL;
}
