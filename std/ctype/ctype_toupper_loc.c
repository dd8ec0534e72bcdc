/*
 * std/ctype/ctype_toupper_loc.c - toupper as a table, for other C libraries'
 * <ctype.h> (ctype_b_loc.c)
 *
 * Source: LSB core 10.7, __ctype_toupper_loc.
 */
#include <ctype.h>
#include <stdint.h>

const int32_t **__ctype_toupper_loc(void);

const int32_t **__ctype_toupper_loc(void)
{
	static int32_t table[128 + 256];
	static const int32_t *zero;

	if (!zero) {
		for (int byte = -128; byte < 256; byte++)
			table[128 + byte] = toupper((unsigned char)byte);
		table[128 - 1] = -1;	/* EOF */
		zero = table + 128;
	}
	return &zero;
}
