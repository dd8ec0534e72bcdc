/*
 * tests/bench/snprintf.c - how long one snprintf takes
 *
 *	snprintf literal|string|decimal|mixed
 *
 * Prints hundredths of a nanosecond a call. The same source is built with
 * each library. The figure is the best of many tries: whatever disturbs a
 * try makes it longer.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { TRIES = 100, CALLS = 1000 };	/* a try ends before its time slice */

static char buffer[256];

/* Read again for each call: so the compiler cannot format by itself. */
static const char *volatile literal =
	"forty bytes of text, not a conversion.\n";
static const char *volatile string = "a name: %s\n";
static const char *volatile decimal = "a number: %d\n";
static const char *volatile mixed = "%s: %5d of %u, %08lx, %c%%, %-8s|\n";
static const char *volatile name = "hello world";

static void do_literal(int number)
{
	(void)number;
	snprintf(buffer, sizeof buffer, literal);
}

static void do_string(int number)
{
	(void)number;
	snprintf(buffer, sizeof buffer, string, name);
}

static void do_decimal(int number)
{
	snprintf(buffer, sizeof buffer, decimal, number * 100003);
}

static void do_mixed(int number)
{
	snprintf(buffer, sizeof buffer, mixed, name, number, 123456u,
		 0xdeadbeefUL, 'x', "left");
}

static const struct form {
	const char *name;
	void (*work)(int number);
} forms[] = {
	{"literal", do_literal},
	{"string", do_string},
	{"decimal", do_decimal},
	{"mixed", do_mixed},
};

static long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000L + time.tv_nsec;
}

static long measure(void (*work)(int number))
{
	long best = 0;

	for (int try = 0; try < TRIES; try++) {
		long begin = now(), time;

		for (int call = 0; call < CALLS; call++)
			work(call);
		time = now() - begin;
		if (try == 0 || time < best)
			best = time;
	}
	return best * 100 / CALLS;
}

int main(int argc, char **argv)
{
	for (unsigned int i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (argc != 2 || strcmp(argv[1], forms[i].name) != 0)
			continue;
		printf("%ld\n", measure(forms[i].work));
		return 0;
	}
	fputs("usage: snprintf literal|string|decimal|mixed\n", stderr);
	return 2;
}
