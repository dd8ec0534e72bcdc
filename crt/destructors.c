/*
 * crt/destructors.c - the functions of fini_array, the last one first
 *
 * One that calls exit comes back here: those that are left run then. One that
 * calls atexit has its function run behind the last of them.
 * Source: gABI ch. 5, Initialization and Termination Functions.
 */
#include <stddef.h>

#include "crt/linker.h"

void __premain_destructors(void);

/* There only where the program has atexit: a weak name loads nothing. */
void __premain_run_atexit(void) __attribute__((weak));

void __premain_destructors(void)
{
	static size_t done;

	while (__premain_fini_end - done > __premain_fini_start) {
		destructor *run = *(__premain_fini_end - ++done);

		if (run)	/* zeros fill up an array's alignment */
			run();
	}
	if (__premain_run_atexit)
		__premain_run_atexit();
}
