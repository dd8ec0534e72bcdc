/*
 * tests/start/canary.c - the stack protector's secret, and one that is smashed
 *
 * Compiled with -fstack-protector-all: main, the constructor and the resolver
 * of an ifunc are protected too. With an argument, so many bytes are written
 * into an array of 8.
 */
#include <elf.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>

static uintptr_t canary(void)
{
	return *(const uintptr_t __seg_fs *)0x28;
}

static uintptr_t first;

static int one(void)
{
	return 1;
}

static int (*choose(void))(void)
{
	volatile char bytes[8];

	bytes[7] = 0;
	return bytes[7] ? NULL : one;
}

int chosen(void) __attribute__((ifunc("choose")));

__attribute__((constructor)) static void before(void)
{
	first = canary();
}

__attribute__((noinline)) static void fill(size_t count)
{
	volatile char bytes[8];

	for (size_t i = 0; i < count; i++)
		((volatile char *)bytes)[i] = 'x';
}

int main(int argc, char **argv)
{
	const void *random = (const void *)getauxval(AT_RANDOM);
	uintptr_t known = 0;

	if (argc > 1) {
		if (argc > 2)
			signal(SIGABRT, SIG_IGN);
		fill((size_t)atoi(argv[1]));
		printf("unharmed\n");
		return 0;
	}
	if (random)
		memcpy(&known, random, sizeof known);
	printf("%d %d %d %d %s\n", chosen(), first == canary(),
	       canary() != 0, (int)(canary() & 0xff),
	       !random ? "without AT_RANDOM"
	       : canary() == (known & ~(uintptr_t)0xff) ? "of AT_RANDOM"
	       : "of something else");
	fprintf(stderr, "%lx\n", canary());
	return 0;
}
