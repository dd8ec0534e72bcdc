/*
 * tests/bench/spawn.c - how long programs take from their start to their end
 *
 *	spawn [-p] SECONDS PROGRAM...	prints for each program, in nanoseconds:
 *	LOWER MEDIAN UPPER FAULTS ROUNDS
 *	(quartiles; page faults in all rounds; how many rounds there were)
 *
 * Each round starts each program once, from the same process, with the same
 * arguments and environment; so whatever disturbs the machine disturbs all.
 * The argument is --version, which only the premain command reads.
 * The order is another one each round: who runs behind a large program finds
 * the caches cold. Output goes to /dev/null. Whole runs are measured,
 * posix_spawn to wait4: the kernel's work is most of it, for any program. With
 * -p the processor's time for the program is, its own and the kernel's: others
 * that run on the machine do not count then.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WARM_UP = 20, ROUNDS = 100000, PROGRAMS = 32 };

struct program {
	char *path;
	long *times;			/* ROUNDS of them */
	long faults;			/* in all rounds */
};

static int processor_time;

static void fail(const char *what)
{
	fprintf(stderr, "spawn: %s: %s\n", what, strerror(errno));
	exit(1);
}

static long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000L + time.tv_nsec;
}

static long microseconds(const struct timeval *time)
{
	return time->tv_sec * 1000000L + time->tv_usec;
}

static long run_once(struct program *program)
{
	static char name[] = "program", version[] = "--version";
	char *arguments[] = {name, version, NULL}, *environment[] = {NULL};
	struct rusage usage;
	long begin = now(), end;
	pid_t child;
	int status;

	errno = posix_spawn(&child, program->path, NULL, NULL, arguments,
			    environment);
	if (errno)
		fail(program->path);
	if (wait4(child, &status, 0, &usage) != child)
		fail("wait4");
	end = now();
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		fprintf(stderr, "spawn: %s ended with wait status 0x%x\n",
			program->path, (unsigned int)status);
		exit(1);
	}
	program->faults += usage.ru_minflt + usage.ru_majflt;
	if (processor_time)
		return 1000 * (microseconds(&usage.ru_utime) +
			       microseconds(&usage.ru_stime));
	return end - begin;
}

/* A shuffle (Fisher, Yates), the same one in each measurement. */
static void shuffle(int *order, int count)
{
	static unsigned long seed = 1;

	for (int i = count - 1; i > 0; i--) {
		int other, kept = order[i];

		seed = seed * 6364136223846793005UL + 1442695040888963407UL;
		other = (int)((seed >> 33) % (unsigned long)(i + 1));
		order[i] = order[other];
		order[other] = kept;
	}
}

static int compare(const void *left, const void *right)
{
	long a = *(const long *)left, b = *(const long *)right;

	return (a > b) - (a < b);
}

int main(int argc, char **argv)
{
	struct program programs[PROGRAMS];
	int order[PROGRAMS], count, report, null, round;
	long seconds, warm, end;

	processor_time = argc > 1 && strcmp(argv[1], "-p") == 0;
	argv += processor_time;
	count = argc - 2 - processor_time;
	if (count < 1 || count > PROGRAMS) {
		fputs("usage: spawn [-p] SECONDS PROGRAM...\n", stderr);
		return 2;
	}
	seconds = atol(argv[1]) * 1000000000L;
	report = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (report < 0 || null < 0 || dup2(null, STDOUT_FILENO) < 0)
		fail("/dev/null");
	for (int i = 0; i < count; i++) {
		order[i] = i;
		programs[i].path = argv[i + 2];
		programs[i].times = malloc(ROUNDS * sizeof(long));
		if (!programs[i].times)
			fail("no memory");
		warm = now() + seconds / 10;
		for (round = 0; round < WARM_UP && (now() < warm || !round);
		     round++)
			run_once(&programs[i]);
		programs[i].faults = 0;
	}

	end = now() + seconds;
	for (round = 0; round < ROUNDS && (now() < end || !round); round++) {
		shuffle(order, count);
		for (int i = 0; i < count; i++) {
			struct program *program = &programs[order[i]];

			program->times[round] = run_once(program);
		}
	}

	for (int i = 0; i < count; i++) {
		long *times = programs[i].times;

		qsort(times, (size_t)round, sizeof *times, compare);
		dprintf(report, "%ld %ld %ld %ld %d\n", times[round / 4],
			times[round / 2], times[round - 1 - round / 4],
			programs[i].faults, round);
	}
	return 0;
}
