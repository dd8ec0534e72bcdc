/* tests/start/frames.c - stops in a constructor, in main and in a handler */
#include <stdlib.h>
#include <unistd.h>

void stop(void);

__attribute__((noinline)) void stop(void)
{
	write(1, ".\n", 2);
}

__attribute__((constructor)) static void before(void)
{
	stop();
}

static void after(void)
{
	stop();
}

int main(void)
{
	stop();
	return atexit(after);
}
