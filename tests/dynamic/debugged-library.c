/*
 * tests/dynamic/debugged-library.c - a library that debuggers stop in
 *
 * Which way leads to stop() from its constructor, from its callers, and from
 * its destructor?
 */
int twice(int number);

static volatile int seen;

__attribute__((noinline)) static int stop(int number)
{
	seen = number;
	return number;
}

__attribute__((constructor)) static void begin(void)
{
	stop(1);
}

__attribute__((destructor)) static void end(void)
{
	stop(2);
}

static int twice_itself(int number)
{
	return stop(number) + number;
}

/* Which function twice is, this one says when twice is bound. */
static int (*choose(void))(int)
{
	stop(3);
	return twice_itself;
}

int twice(int number) __attribute__((ifunc("choose")));
