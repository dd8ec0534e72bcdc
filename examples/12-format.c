/*
 * examples/12-format.c
 * An exercise: find an input that makes this program print its secret.
 *
 * 1. The input is used as a format. So it may say %p, and the program prints
 *    words of its own stack; and it may say %n, and printf writes the number
 *    of bytes so far to an address that it takes from there.
 * 2. The input itself is on that stack: you choose the address, too.
 * 3. exit is called through a slot of the GOT (11-plt.c). Where the slot can
 *    be written, it can be made to lead to secret().
 * 4. Linked with -z now, the slot is read-only memory (full RELRO): the same
 *    input ends in SIGSEGV. And our printf refuses %n unless the program asks
 *    for it (--percent-n): then the input is no format at all.
 *
 * build   premain-gcc -dynamic -no-pie --percent-n 12-format.c -o format
 *         premain-gcc -dynamic -no-pie --percent-n -Wl,-z,now ... -o format-now
 *         premain-gcc -dynamic -no-pie 12-format.c -o format-safe
 * look    echo 'AAAAAAAA %p %p %p %p %p %p %p' | ./format
 * try     12-format.sh ./format is an answer: read it when you have yours
 * source  C23 7.23.6.1 (%n), psABI 3.2.3 (where arguments lie)
 */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

__attribute__((noinline)) void secret(void);
__attribute__((noinline)) void vulnerable(void);

void secret(void)
{
	printf("code execution redirected: you win\n");
	fflush(stdout);
	_exit(0);
}

void vulnerable(void)
{
	char buffer[512];

	if (fgets(buffer, sizeof buffer, stdin))
		printf(buffer);
	exit(1);
}

int main(void)
{
	vulnerable();
}
