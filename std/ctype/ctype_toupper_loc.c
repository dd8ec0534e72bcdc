/*
 * std/ctype/ctype_toupper_loc.c - toupper as a table, for other C libraries'
 * <ctype.h> (ctype_b_loc.c)
 *
 * Source: LSB core 10.7, __ctype_toupper_loc.
 */
#include <ctype.h>
#include <stddef.h>

#include "std/ctype/case_table.h"

const int32_t **__ctype_toupper_loc(void);

const int32_t **__ctype_toupper_loc(void)
{
	static const int32_t *table;

	if (table == NULL)
		table = __premain_case_table(toupper);
	return &table;
}
