/*
 * tests/std/check.h - counting what holds, and saying where something does not
 *
 * A program includes it once, checks, and ends with `return finish();`, which
 * prints how many checks there were. The same source is built with the host's
 * libc, so that the expectations have a second judge.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned long checks, failures;

static void check(int holds, const char *what, int line)
{
	checks++;
	if (holds)
		return;
	if (failures++ < 20)
		printf("line %d: %s\n", line, what);
}

#define CHECK(condition) check(!!(condition), #condition, __LINE__)

static int finish(void)
{
	printf("%lu checks, %lu failed\n", checks, failures);
	return failures > 0;
}

/* Always the same numbers: Knuth's MMIX generator. */
static uint64_t random_state = 1;

__attribute__((unused)) static uint32_t random_number(void)
{
	random_state = random_state * 6364136223846793005u
		+ 1442695040888963407u;
	return (uint32_t)(random_state >> 32);
}
