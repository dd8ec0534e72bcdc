/*
 * examples/07-static-pie.c
 * A program that can be loaded anywhere, and finds itself.
 *
 * 1. The kernel puts a position-independent program at another address each
 *    time, so that nobody can know in advance where its code is.
 * 2. Code needs no address: it says "so many bytes from here". But a pointer in
 *    data is an address. The linker cannot know it, so it leaves a list of the
 *    places: add to each the address where the program lies. (readelf -r shows
 *    that list: .relr.dyn if it is packed, else a R_X86_64_RELATIVE for each.)
 * 3. For a dynamic program the loader does it. A static one does it itself,
 *    before the first use of such a pointer: crt/relocate.c.
 * 4. After that the table is made read-only: that is RELRO.
 *
 * build   premain-gcc -static-pie 07-static-pie.c -o static-pie
 * look    readelf -rl static-pie; strace ./static-pie
 * try     how many relocations will there be with five steps?
 * source  gABI ch. 5 (Dynamic Section), psABI 4.4.1
 */

#include <stdio.h>

static const char *const steps[] = {
	"the kernel maps the program somewhere",
	"the program relocates itself",
	"main reads four pointers that are right now",
	"exit",
	NULL,
};

int main(void)
{
	int number = 1;

	for (const char *const *step = steps; *step; step++)
		printf("%d. %s\n", number++, *step);
	return 0;
}
