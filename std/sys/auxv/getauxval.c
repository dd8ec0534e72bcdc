/*
 * std/sys/auxv/getauxval.c - a value that the kernel gave to the program at
 * its start, or 0. errno: ENOENT (there is none of this type).
 *
 * Source: getauxval(3), psABI 3.4.3.
 */
#include <errno.h>
#include <stddef.h>
#include <sys/auxv.h>
#include "crt/stack.h"
#include "std/errno/result.h"

extern const struct auxv_entry *__premain_auxv;

unsigned long getauxval(unsigned long type)
{
	const struct auxv_entry *entry =
		__premain_auxv_find(__premain_auxv, type);

	if (entry != NULL)
		return entry->a_val;
	__premain_result(-ENOENT);
	return 0;
}
