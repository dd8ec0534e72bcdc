/* std/ctype/case_table.h - toupper or tolower as a table */
#ifndef STD_CTYPE_CASE_TABLE_H
#define STD_CTYPE_CASE_TABLE_H

#include <stdint.h>

/* A new table: its places from -128 to 255 may be read. */
const int32_t *__premain_case_table(int (*convert)(int));

#endif
