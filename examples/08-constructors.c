/*
 * examples/08-constructors.c
 * Code that runs before main, and code that runs after it.
 *
 * 1. The attribute `constructor` puts a function's address into .init_array: a
 *    table that the start code walks through before it calls main. A number
 *    orders them, the smallest first; those without one come last. (0 to 100
 *    belong to the library.)
 * 2. exit, which also runs when main returns, goes the way back: first what
 *    atexit has noted, the last one first, then .fini_array from its end.
 * 3. So a program's first line of code need not be in main, nor its last one.
 *
 * build   premain-gcc 08-constructors.c -o constructors
 * look    ./constructors; readelf -x .init_array constructors
 * try     leave main by _Exit(0): which lines are missing?
 * source  gABI ch. 5 (Initialization and Termination), C11 7.22.4.4 (exit)
 */

#include <stdio.h>
#include <stdlib.h>

__attribute__((constructor)) static void open_shop(void)
{
	printf("before main: constructor without a number\n");
}

__attribute__((constructor(102))) static void lights(void)
{
	printf("before main: constructor 102\n");
}

__attribute__((constructor(101))) static void keys(void)
{
	printf("before main: constructor 101\n");
}

__attribute__((destructor)) static void close_shop(void)
{
	printf("after main: destructor without a number\n");
}

__attribute__((destructor(102))) static void lights_out(void)
{
	printf("after main: destructor 102\n");
}

__attribute__((destructor(101))) static void lock(void)
{
	printf("after main: destructor 101\n");
}

static void noted_first(void)
{
	printf("after main: noted first by atexit\n");
}

static void noted_last(void)
{
	printf("after main: noted last by atexit\n");
}

int main(void)
{
	printf("main\n");
	if (atexit(noted_first) || atexit(noted_last))
		return 1;
	return 0;
}
