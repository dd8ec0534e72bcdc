/*
 * std/ctype/case_table.c - toupper or tolower as a table, in a page of its own
 *
 * From -128 on, as in ctype_b_loc.c. There is no way to say that there is no
 * memory: the process aborts.
 */
#include <stdlib.h>
#include <sys/mman.h>
#include <premain/syscalls.h>

#include "std/ctype/case_table.h"

const int32_t *__premain_case_table(int (*convert)(int))
{
	long page = sys_mmap(0, (128 + 256) * sizeof(int32_t),
		PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	int32_t *zero = (int32_t *)page + 128;

	if ((unsigned long)page >= -4095UL)
		abort();
	for (int byte = -128; byte < 256; byte++)
		zero[byte] = convert((unsigned char)byte);
	zero[-1] = -1;		/* EOF */
	return zero;
}
