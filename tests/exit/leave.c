/*
 * tests/exit/leave.c - the ways to leave a program: leave WAY [NUMBER]
 *
 * Destructors and handlers say that they ran, so the output is the order.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *way;
static int left, wrong;

static int is(const char *name)
{
	return !strcmp(way, name);
}

static void late(void)
{
	printf("late handler\n");
}

static void first(void)
{
	printf("first handler\n");
}

static void second(void)
{
	printf("second handler\n");
	if (is("register") && atexit(late))
		printf("no memory\n");
	if (is("exit-in-handler"))
		exit(5);
	if (is("_Exit-in-handler"))
		_Exit(6);
}

/* Of many handlers the i-th is number i % 3: so the last one comes first. */
static void check(int number)
{
	left--;
	wrong += left % 3 != number;
}

static void zero(void)
{
	check(0);
}

static void one(void)
{
	check(1);
}

static void two(void)
{
	check(2);
}

static void all(void)
{
	printf("%d left, %d wrong\n", left, wrong);
}

__attribute__((constructor)) static void before(int argc, char **argv)
{
	way = argc > 1 ? argv[1] : "";
	if (is("exit-in-constructor")) {
		atexit(first);
		exit(3);
	}
}

__attribute__((destructor(101))) static void last_destructor(void)
{
	printf("last destructor\n");
}

__attribute__((destructor)) static void destructor(void)
{
	printf("destructor\n");
	if (is("register-in-destructor") && atexit(late))
		printf("no memory\n");
	if (is("exit-in-destructor"))
		exit(8);
}

static void quick(void)
{
	printf("quick handler\n");
}

int main(int argc, char **argv)
{
	static void (*const many[])(void) = { zero, one, two };
	int number = argc > 2 ? atoi(argv[2]) : 0;

	if (is("many")) {
		atexit(all);
		for (left = 0; left < number; left++)
			if (atexit(many[left % 3]))
				return 1;
		return 0;
	}
	at_quick_exit(quick);
	if (atexit(first) || atexit(second))
		return 1;
	if (is("_Exit"))
		_Exit(number);
	if (is("_exit"))
		_exit(number);
	if (is("quick_exit"))
		quick_exit(number);
	if (is("exit"))
		exit(number);
	if (is("abort"))
		abort();
	return number;
}
