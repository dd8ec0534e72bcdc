/*
 * loader/elf/check_fours.c - all buckets of DT_GNU_HASH, four at a time
 *
 * There may be a hundred thousand, and each start looks at all of them: the one
 * file of this room that is compiled with vector registers.
 */
#include "loader/elf/tables.h"

typedef uint32_t four __attribute__((vector_size(16)));
typedef int32_t four_signed __attribute__((vector_size(16)));

static four load(const uint32_t *bucket)
{
	four symbols;

	__builtin_memcpy(&symbols, bucket, sizeof symbols);
	return symbols;
}

/*
 * Which of four numbers are more than `last`. The sign bit of all is turned,
 * for the processor compares signed numbers only.
 */
static four find_above(four numbers, uint32_t last)
{
	return (four)((four_signed)(numbers - 0x80000000) >
		      (int32_t)(last - 0x80000000));
}

static bool is_zero(four numbers)
{
	uint64_t halves[2];

	__builtin_memcpy(halves, &numbers, sizeof halves);
	return !(halves[0] | halves[1]);
}

/* From symbol 1 on, as in most libraries: 0 is as good as a small number. */
static bool check_from_one(const uint32_t *bucket, const uint32_t *last,
			   uint32_t span)
{
	four wrong = find_above(load(last), span);

	for (; bucket < last; bucket += 4)
		wrong |= find_above(load(bucket), span);
	return is_zero(wrong);
}

/* Seen from `first`, a good one is a small number, or it is empty. */
static four find_wrong(four symbols, uint32_t first, uint32_t span)
{
	return find_above(symbols - first, span - 1) & (four)(symbols != 0);
}

bool check_fours(const uint32_t *bucket, uint32_t count,
		 uint32_t first, uint32_t span)
{
	const uint32_t *last = bucket + count - 4;
	four wrong;

	if (count < 4 || span == 0)
		return false;
	if (first == 1)
		return check_from_one(bucket, last, span);
	wrong = find_wrong(load(last), first, span);
	for (; bucket < last; bucket += 4)
		wrong |= find_wrong(load(bucket), first, span);
	return is_zero(wrong);
}
