/*
 * premain/compare/measure_starts.c
 *
 * From vfork to the end of the program, with no tracer: every round starts
 * each program once, so whatever disturbs the machine disturbs all of them,
 * and in an order of its own, for whoever runs behind a large program finds
 * the caches cold. The first round warms up and is not counted. Standard
 * input and both outputs are /dev/null.
 */
#include "premain/compare/compare.h"
#include "premain/compare/progress.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

struct starter {
	struct comparison *comparison;
	struct row **rows;	/* in the order of this round */
	size_t count;
	char **words;		/* the first one is each program's own */
	int null;
	unsigned int random;
};

static volatile sig_atomic_t over;

static void note_over(int number)
{
	over = number;
}

/* The first signal may come while nobody waits: others follow. */
static void set_alarm(long seconds)
{
	struct itimerval timer = {.it_value.tv_sec = seconds,
				  .it_interval.tv_usec = 10000};
	struct sigaction action = {.sa_handler = seconds ? note_over :
							   SIG_DFL};

	if (!seconds)
		timer.it_interval.tv_usec = 0;
	setitimer(ITIMER_REAL, &timer, NULL);
	sigaction(SIGALRM, &action, NULL);
}

/* In the child of a vfork: nothing here may change what the parent has. */
static void become(const struct starter *starter, const char *program)
{
	setpgid(0, 0);
	dup2(starter->null, 0);
	dup2(starter->null, 1);
	dup2(starter->null, 2);
	execve(program, starter->words, environ);
	_exit(127);
}

/* Its nanoseconds; 0 where it did not end as it did before. */
static unsigned long long start_once(struct starter *starter,
				     const struct row *row)
{
	unsigned long long begin;
	int pid, status;

	starter->words[0] = row->program.bytes;
	begin = run_nanoseconds();
	pid = vfork();
	if (pid == 0)
		become(starter, row->program.bytes);
	if (pid < 0)
		return 0;
	while (wait4(pid, &status, 0, NULL) < 0 && errno == EINTR)
		if (over || run_interrupted())
			kill(-pid, SIGKILL);
	begin = run_nanoseconds() - begin;
	run_end_all(pid);
	return WIFEXITED(status) && WEXITSTATUS(status) == row->outcome.value ?
		begin : 0;
}

/* Fisher and Yates, over a congruential generator. */
static void shuffle(struct starter *starter)
{
	for (size_t left = starter->count; left > 1; left--) {
		struct row *row = starter->rows[left - 1];
		size_t other;

		starter->random = starter->random * 1664525 + 1013904223;
		other = (starter->random >> 8) % left;
		starter->rows[left - 1] = starter->rows[other];
		starter->rows[other] = row;
	}
}

/* False: time is over, and what this round has is not of all. */
static bool run_round(struct starter *starter, unsigned int round)
{
	shuffle(starter);
	for (size_t i = 0; i < starter->count; i++) {
		struct timing *timing = &starter->rows[i]->timing;
		unsigned long long time = 0;

		if (timing->starts)
			time = start_once(starter, starter->rows[i]);
		if (over || run_interrupted())
			return false;
		if (time && round) {
			timing->starts[round - 1] =
				(struct start){time, round};
		} else if (!time) {
			free(timing->starts);
			timing->starts = NULL;
		}
	}
	return true;
}

static int compare_times(const void *left, const void *right)
{
	const struct start *a = left, *b = right;

	return a->time < b->time ? -1 : a->time > b->time;
}

static void sum_up(struct row *row, unsigned int rounds)
{
	struct timing *timing = &row->timing;
	const struct start *starts = timing->starts;

	if (!starts)
		text_format(&row->note, "%sits starts are not timed: without "
			    "a tracer it ends otherwise",
			    row->note.length ? "; " : "");
	if (!starts || !rounds)
		return;
	qsort(timing->starts, rounds, sizeof *starts, compare_times);
	timing->rounds = rounds;
	timing->lower = starts[rounds / 4].time;
	timing->median = (starts[(rounds - 1) / 2].time +
			  starts[rounds / 2].time) / 2;
	timing->upper = starts[(rounds - 1) - rounds / 4].time;
	for (unsigned int i = 0; i < rounds; i++)
		timing->outliers += starts[i].time > timing->upper +
				    3 * (timing->upper - timing->lower);
}

static void run_rounds(struct starter *starter)
{
	unsigned int rounds = starter->comparison->options.rounds, round;

	set_alarm(starter->comparison->options.timeout);
	for (round = 0; round <= rounds; round++) {
		progress_put("start", round, rounds);
		if (!run_round(starter, round))
			break;
	}
	set_alarm(0);
	progress_end();
	starter->comparison->slow = round < 2 && starter->count;
	for (size_t i = 0; i < starter->count; i++)
		sum_up(starter->rows[i], round ? round - 1 : 0);
}

/* Rows that have run to their own end; false where there is no memory. */
static bool find_rows(struct starter *starter)
{
	struct comparison *comparison = starter->comparison;

	for (size_t i = 0; i < comparison->row_count; i++) {
		struct row *row = &comparison->rows[i];

		if (!row->ran || row->outcome.ending != END_EXIT ||
		    !row->program.length)
			continue;
		row->timing.starts = calloc(comparison->options.rounds,
					   sizeof *row->timing.starts);
		if (!row->timing.starts)
			return false;
		starter->rows[starter->count++] = row;
	}
	return true;
}

void measure_starts(struct comparison *comparison)
{
	struct rlimit limit, none;
	struct starter starter = {.comparison = comparison};

	if (!comparison->options.rounds || run_interrupted())
		return;
	starter.words = program_words(comparison, 1);
	starter.rows = calloc(comparison->row_count + 1,
			      sizeof *starter.rows);
	starter.null = open("/dev/null", O_RDWR | O_CLOEXEC);
	if (starter.words && starter.rows && find_rows(&starter)) {
		getrlimit(RLIMIT_CORE, &limit);
		none = (struct rlimit){0, limit.rlim_max};
		setrlimit(RLIMIT_CORE, &none);
		run_rounds(&starter);
		setrlimit(RLIMIT_CORE, &limit);
	} else {
		comparison->lost = true;
	}
	if (starter.null >= 0)
		close(starter.null);
	free(starter.words);
	free(starter.rows);
}
