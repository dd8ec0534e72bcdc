/*
 * examples/explore_plt.c
 * The same call twice: what a debugger sees in the GOT before and after.
 *
 * The program of the third article. 11-plt.c looks at its slot by itself.
 */

#include <stdio.h>

int main(void)
{
	printf("hello world!\n");
	printf("hello world!\n");
	return 0;
}
