/*
 * loader/elf/check_fours.c - all buckets of DT_GNU_HASH, four at a time
 *
 * There may be a hundred thousand, and each start looks at all of them: the one
 * file of this room that is compiled with vector registers.
 */
#include "loader/elf/tables.h"

typedef uint32_t four __attribute__((vector_size(16)));
typedef int32_t four_signed __attribute__((vector_size(16)));

/*
 * Which of four buckets are neither empty nor from `first` on and `span` less
 * than it. Seen from `first`, a good one is a small number; the sign bit is
 * turned, for the processor compares signed numbers only.
 */
static four find_wrong(const uint32_t *bucket, uint32_t first, uint32_t span)
{
	int32_t last = (int32_t)(span - 1 - 0x80000000);
	four symbols;

	__builtin_memcpy(&symbols, bucket, sizeof symbols);
	return (four)((four_signed)(symbols - (first + 0x80000000)) > last) &
	       (four)(symbols != 0);
}

bool check_fours(const uint32_t *bucket, uint32_t count,
			uint32_t first, uint32_t span)
{
	const uint32_t *last = bucket + count - 4;
	four wrong;
	uint64_t halves[2];

	if (count < 4 || span == 0)
		return false;
	wrong = find_wrong(last, first, span);
	for (; bucket + 4 < last; bucket += 8)
		wrong |= find_wrong(bucket, first, span) |
			 find_wrong(bucket + 4, first, span);
	if (bucket < last)
		wrong |= find_wrong(bucket, first, span);
	__builtin_memcpy(halves, &wrong, sizeof halves);
	return !(halves[0] | halves[1]);
}
