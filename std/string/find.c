/*
 * std/string/find.c - the first place of a part in a memory, or NULL
 *
 * Two-Way: the time grows with the size alone and there is no table, whatever
 * the part is. The part is cut where its greatest suffix begins, because there
 * any two equal places are a whole period apart. The right half is compared
 * first, forwards; a mismatch moves by what has matched. Then the left half; a
 * mismatch there moves by the period. (Who wants all places, not the first,
 * must also remember what the last one has matched.)
 * Source: Crochemore, Perrin: Two-Way String-Matching, J. ACM 38 (1991).
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
	size_t period, other_period, cut, other_cut, at;

	if (part_size == 0)
		return memory;
	cut = greatest_suffix(part, part_size, 0, &period);
	other_cut = greatest_suffix(part, part_size, 1, &other_period);
	if (other_cut > cut) {
		cut = other_cut;
		period = other_period;
	}

	/* without a period of the whole part, any two places are far apart */
	if (memcmp(part, part + period, cut) != 0)
		period = (cut > part_size - cut ? cut : part_size - cut) + 1;

	while (size >= part_size) {
		size_t move = period;

		at = cut;
		while (at < part_size && part[at] == here[at])
			at++;
		if (at < part_size) {
			move = at - cut + 1;
		} else {
			at = cut;
			while (at > 0 && part[at - 1] == here[at - 1])
				at--;
			if (at == 0)
				return here;
		}
		if (move > size)
			break;
		here += move;
		size -= move;
	}
	return NULL;
}
