/*
 * std/unistd/getpagesize.c - the size of a page, always 4096 on x86-64
 *
 * Source: getpagesize(2), psABI 3.3.1.
 */
#include <unistd.h>

int getpagesize(void)
{
	return 4096;
}
