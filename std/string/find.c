/*
 * std/string/find.c - the first place of a part in a memory, or NULL
 *
 * Two-Way: at most 2 * size comparisons and no table, whatever the part is.
 * The part is cut where its maximal suffix begins, because there any two
 * equal places are a whole period apart. The right half is compared first,
 * forwards; a mismatch moves by what has matched. Then the left half; a
 * mismatch there moves by the period.
 *
 * Source: Crochemore, Perrin: Two-Way String-Matching, J. ACM 38 (1991)
 */
#include <string.h>
#include "std/string/find.h"

/*
 * The place behind which the greatest suffix of the part begins, in the order
 * of bytes, or in the inverse order, and that suffix' period.
 */
static size_t greatest_suffix(const unsigned char *part, size_t size,
	int inverse, size_t *period)
{
	size_t start = 0, other = 1, matched = 0;

	*period = 1;
	while (other + matched < size) {
		unsigned char a = part[other + matched];
		unsigned char b = part[start + matched];

		if (a == b) {
			if (++matched == *period) {
				other += *period;
				matched = 0;
			}
		} else if ((a < b) != inverse) {
			other += matched + 1;
			matched = 0;
			*period = other - start;
		} else {
			start = other;
			other = start + 1;
			matched = 0;
			*period = 1;
		}
	}
	return start;
}

const void *__premain_find(const void *memory, size_t size,
	const void *part_memory, size_t part_size)
{
	const unsigned char *here = memory, *part = part_memory;
	size_t period, other_period, cut, other_cut, known = 0, memorised, at;

	if (part_size == 0)
		return memory;
	cut = greatest_suffix(part, part_size, 0, &period);
	other_cut = greatest_suffix(part, part_size, 1, &other_period);
	if (other_cut > cut) {
		cut = other_cut;
		period = other_period;
	}

	memorised = 0;
	if (memcmp(part, part + period, cut) == 0) {
		memorised = part_size - period;
	} else {
		size_t longer = cut > part_size - cut ? cut : part_size - cut;

		period = longer + 1;
	}

	while (size >= part_size) {
		size_t move = period;

		at = cut > known ? cut : known;
		while (at < part_size && part[at] == here[at])
			at++;
		if (at < part_size) {
			move = at - cut + 1;
			known = 0;
		} else {
			at = cut;
			while (at > known && part[at - 1] == here[at - 1])
				at--;
			if (at <= known)
				return here;
			known = memorised;
		}
		if (move > size)
			break;
		here += move;
		size -= move;
	}
	return NULL;
}
