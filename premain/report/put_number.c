/*
 * premain/report/put_number.c
 *
 * 682696 as 682,696: people compare such numbers by their length.
 */
#include "premain/report/report.h"

void put_number(struct text *text, unsigned long long number)
{
	if (number >= 1000) {
		put_number(text, number / 1000);	/* at most 6 deep */
		text_format(text, ",%03llu", number % 1000);
	} else {
		text_format(text, "%llu", number);
	}
}
