/*
 * examples/hello_world.c
 * Rung 6: main and printf, and a C library that brings both.
 *
 * 1. main is an ordinary function. Who calls it? `_start`, as in 05-start, but
 *    this time the library's (crt/start.asm). What main returns goes to exit.
 * 2. printf is an ordinary function too. What it prints, it gives to write:
 *    one printf, one write.
 * 3. Which library that is, you choose when you build. The program is the same
 *    under glibc, musl and Premain; what runs around it is not.
 *
 * build   premain-gcc hello_world.c -o hello_world
 * look    strace ./hello_world; premain compare hello_world.c
 * try     which system calls will you see with glibc? Guess, then look.
 * source  C11 5.1.2.2.1 (main), 7.21.6.3 (printf)
 */

#include <stdio.h>

int main(void)
{
	printf("hello world!\n");
	return 0;
}
