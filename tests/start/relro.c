/*
 * tests/start/relro.c - writes where a program may not, and says how it ended
 *
 * Status 0: it was written; 11: SIGSEGV came.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int one, two;
static int *const table[] = { &one, &two, &one };
static int *variable = &one;
static _Thread_local int *image = &two;
static const char constant[] = "constant";

extern const char __premain_init_start[], __premain_relro_end[];

__attribute__((constructor)) static void constructor(void)
{
	*(volatile int *)&one = 1;
}

static void fault(int signal)
{
	_exit(signal);
}

int main(int argc, char **argv)
{
	const char *volatile place = NULL;
	const char *what = argc > 1 ? argv[1] : "";

	signal(SIGSEGV, fault);
	*image = 2;
	if (!strcmp(what, "table"))
		place = (const char *)&table[argc];
	else if (!strcmp(what, "init_array"))
		place = __premain_init_start;
	else if (!strcmp(what, "relro-end"))
		place = __premain_relro_end - 1;
	else if (!strcmp(what, "constant"))
		place = constant;
	else if (!strcmp(what, "code"))
		place = (const char *)main;
	else if (!strcmp(what, "variable"))
		place = (const char *)&variable;
	else if (!strcmp(what, "bss"))
		place = (const char *)&one;
	if (!place)
		return *table[0] == 1 && *table[1] == 2 && *variable == 1;
	*(volatile char *)place = *place;
	return 0;
}
