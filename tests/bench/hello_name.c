/*
 * tests/bench/hello_name.c - greets by name and by number: %s and %d
 *
 * What a program pays for printf's conversions, in bytes and in instructions.
 */
#include <stdio.h>

int main(int argc, char **argv)
{
	printf("hello, %s! (%d)\n", argv[argc - 1], argc);
	return 0;
}
