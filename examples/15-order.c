/*
 * examples/15-order.c
 * Who runs before main, when there are libraries?
 *
 * 1. A library may use those that it needs from its first line on: so the
 *    constructors of what it needs run before its own. This program needs
 *    libhouse.so, that needs libground.so: ground, house, program.
 * 2. The destructors go the way back.
 * 3. One thing comes before even the libraries: .preinit_array, and only a
 *    program can have one.
 *
 * The three parts are this file, compiled three times.
 *
 * build   premain-gcc -shared -fpic -DPART='"ground"' 15-order.c
 *             -o libground.so
 *         premain-gcc -shared -fpic -DPART='"house"' 15-order.c
 *             -Wl,--no-as-needed libground.so -o libhouse.so
 *         premain-gcc -dynamic -DPROGRAM -DPART='"program"' 15-order.c
 *             -Wl,--no-as-needed libhouse.so '-Wl,-rpath,$ORIGIN' -o order
 * look    ./order; LD_PREMAIN=explain ./order
 * try     let libground.so need libhouse.so: who is first in a circle?
 * source  gABI ch. 5 (Initialization and Termination Functions)
 */

#include <stdio.h>

__attribute__((constructor)) static void open_part(void)
{
	printf("%s %s\n", PART, "opens");
}

__attribute__((destructor)) static void close_part(void)
{
	printf("%s %s\n", PART, "closes");
}

#ifdef PROGRAM
static void first(void)
{
	printf("%s %s\n", PART, "has a word before all");
}

__attribute__((section(".preinit_array"), used))
static void (*const before)(void) = first;

int main(void)
{
	printf("%s\n", "main");
	return 0;
}
#endif
