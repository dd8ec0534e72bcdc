/*
 * std/ctype/ctype_tolower_loc.c - tolower as a table, for other C libraries'
 * <ctype.h> (ctype_b_loc.c)
 *
 * Source: LSB core 10.7, __ctype_tolower_loc.
 */
#include <ctype.h>
#include <stddef.h>

#include "std/ctype/case_table.h"

const int32_t **__ctype_tolower_loc(void);

const int32_t **__ctype_tolower_loc(void)
{
	static const int32_t *table;

	if (table == NULL)
		table = __premain_case_table(tolower);
	return &table;
}
