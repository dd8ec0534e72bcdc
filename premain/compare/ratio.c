/*
 * premain/compare/ratio.c
 *
 * Sizes against the smallest one, and times against the floor's, in tenths: a
 * fixed-point integer.
 */
#include "premain/compare/compare.h"

unsigned long long smallest_size(const struct comparison *comparison)
{
	unsigned long long smallest = 0;
	size_t i;

	for (i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (row->bytes && (!smallest || row->bytes < smallest))
			smallest = row->bytes;
	}
	return smallest;
}

unsigned long long floor_start(const struct comparison *comparison)
{
	unsigned long long fastest = 0;

	for (size_t i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (!row->timing.rounds)
			continue;
		if (row->variant && row->variant->tool == TOOL_NASM)
			return row->timing.median;
		if (!fastest || row->timing.median < fastest)
			fastest = row->timing.median;
	}
	return fastest;
}

void put_ratio(struct text *text, unsigned long long bytes,
	       unsigned long long smallest)
{
	unsigned long long whole = bytes / smallest;
	unsigned long long rest = bytes % smallest;
	unsigned long long tenths = (rest * 10 + smallest / 2) / smallest;

	text_format(text, "%llu.%llu", whole + tenths / 10, tenths % 10);
}
