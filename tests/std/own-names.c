/*
 * tests/std/own-names.c - in strict C11 names beyond it are the program's
 */
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int setenv, mkstemp, realpath, qsort_r, kill, sigaction, nanosleep,
	isascii, stpcpy, memmem, alloca, secure_getenv, reallocarray, sigset;

int main(void)
{
	return setenv + mkstemp + realpath + qsort_r + kill + sigaction
		+ nanosleep + isascii + stpcpy + memmem + alloca
		+ secure_getenv + reallocarray + sigset;
}
