/*
 * std/stdlib/mkostemp.c - makes and opens a file with a new name, for its
 * owner alone; the six X at the pattern's end become the name
 *
 * Source: POSIX.1-2024 mkostemp.
 */
#include <stdlib.h>
#include "std/errno/result.h"
#include "std/stdlib/make_file.h"
#include "std/stdlib/temporary.h"

int mkostemp(char *pattern, int flags)
{
	return (int)__premain_result(__premain_make_temporary(pattern,
		__premain_make_file, flags));
}
