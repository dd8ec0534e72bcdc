/*
 * premain/compare/measure_shipping.c
 *
 * A program with all that it cannot start without: each by its size after
 * strip.
 */
#include "premain/compare/compare.h"

void measure_shipping(struct comparison *comparison, struct row *row,
		      const char *program)
{
	struct shipping *shipping = &comparison->shipping;

	row->shipped = row->bytes;
	row->ships = !shipping_find(shipping, program, &row->facts,
				    &row->needs);
	for (size_t i = 0; i < row->needs.count; i++)
		row->shipped += shipping->files[row->needs.files[i]].bytes;
}
