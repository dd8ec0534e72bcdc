/*
 * loader/dynamic/text.c - names, eight characters at a time
 *
 * A word that begins in a page and does not leave it can be read wherever the
 * text in it ends. C++ has names of hundreds of characters.
 * Source: "GNU Hash ELF Sections" (h * 33 + c); gABI ch. 5, Hash Table.
 */
#include "loader/dynamic/symbol.h"

#define ONES 0x0101010101010101UL
#define PAIRS 0x00ff00ff00ff00ffUL
#define FOURS 0x0000ffff0000ffffUL
#define POWER_2 (33UL * 33)
#define POWER_4 (POWER_2 * POWER_2)
#define POWER_8 ((uint32_t)(POWER_4 * POWER_4))

static inline bool leaves_page(const void *at)
{
	return ((uintptr_t)at & (ELF_PAGE - 1)) > ELF_PAGE - sizeof(uint64_t);
}

static inline uint64_t word_at(const void *at)
{
	uint64_t word;

	__builtin_memcpy(&word, at, sizeof word);
	return word;
}

/* The highest bit of the first byte that is zero, and maybe later ones. */
static inline uint64_t zeros(uint64_t word)
{
	return (word - ONES) & ~word & ONES << 7;
}

uint32_t gnu_hash(const char *name)
{
	const unsigned char *at = (const unsigned char *)name;
	uint32_t hash = 5381;

	while (!leaves_page(at)) {
		uint64_t word = word_at(at);

		if (zeros(word))
			break;
		word = (word & PAIRS) * 33 + (word >> 8 & PAIRS);
		word = (word & FOURS) * POWER_2 + (word >> 16 & FOURS);
		hash = hash * POWER_8 + (uint32_t)word * (uint32_t)POWER_4 +
		       (uint32_t)(word >> 32);
		at += sizeof word;
	}
	while (*at)
		hash = hash * 33 + *at++;
	return hash;
}

uint32_t sysv_hash(const char *name)
{
	const unsigned char *at = (const unsigned char *)name;
	uint32_t hash = 0;

	while (*at) {
		hash = (hash << 4) + *at++;
		hash ^= hash >> 24 & 0xf0;
	}
	return hash & 0x0fffffff;
}

bool same_name(const char *one, const char *other)
{
	while (!leaves_page(one) && !leaves_page(other)) {
		uint64_t word = word_at(one), change = word ^ word_at(other);
		uint64_t end = zeros(word);

		if (change)
			return end && __builtin_ctzl(end) / 8 <
				      __builtin_ctzl(change) / 8;
		if (end)
			return true;
		one += sizeof word;
		other += sizeof word;
	}
	for (; *one == *other; one++, other++)
		if (!*one)
			return true;
	return false;
}
