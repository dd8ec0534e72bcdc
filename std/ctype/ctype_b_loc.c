/*
 * std/ctype/ctype_b_loc.c - what each character is, as a table: other C
 * libraries' <ctype.h> looks into it instead of calling isalpha and its kin
 *
 * From -128 on, so that a negative char is no error; outside ASCII, nothing is
 * anything. The table is made when it is asked for first.
 * Source: LSB core 10.7, __ctype_b_loc; the bits are the psABI community's.
 */
#include <stddef.h>
#include <stdint.h>

enum {
	BLANK = 0x0001, CONTROL = 0x0002, PUNCT = 0x0004, ALNUM = 0x0008,
	UPPER = 0x0100, LOWER = 0x0200, ALPHA = 0x0400, DIGIT = 0x0800,
	HEXADECIMAL = 0x1000, SPACE = 0x2000, PRINT = 0x4000, GRAPH = 0x8000,
	VISIBLE = PRINT | GRAPH,
	LETTER = VISIBLE | ALNUM | ALPHA,
};

const uint16_t **__ctype_b_loc(void);

/* Each rule holds from behind the one before up to `last`. */
static const struct {
	uint16_t last, bits;
} rules[] = {
	{ '\t' - 1, CONTROL },
	{ '\t', CONTROL | SPACE | BLANK },
	{ '\r', CONTROL | SPACE },
	{ ' ' - 1, CONTROL },
	{ ' ', SPACE | BLANK | PRINT },
	{ '0' - 1, VISIBLE | PUNCT },
	{ '9', VISIBLE | ALNUM | DIGIT | HEXADECIMAL },
	{ 'A' - 1, VISIBLE | PUNCT },
	{ 'F', LETTER | UPPER | HEXADECIMAL },
	{ 'Z', LETTER | UPPER },
	{ 'a' - 1, VISIBLE | PUNCT },
	{ 'f', LETTER | LOWER | HEXADECIMAL },
	{ 'z', LETTER | LOWER },
	{ '~', VISIBLE | PUNCT },
	{ 127, CONTROL },
};

const uint16_t **__ctype_b_loc(void)
{
	static uint16_t table[128 + 256];
	static const uint16_t *zero;

	if (!zero) {
		size_t rule = 0;

		for (size_t byte = 0; byte < 128; byte++) {
			if (byte > rules[rule].last)
				rule++;
			table[128 + byte] = rules[rule].bits;
		}
		zero = table + 128;
	}
	return &zero;
}
