/*
 * loader/elf/check_relr.c - what crt/relocate.c leaves to its caller
 *
 * An even entry is the address of a word; an odd one a bitmap of the 63 words
 * behind the last one. Of a bitmap the lowest and the highest word are looked
 * at: a segment has all between them.
 * Source: gABI ch. 5, DT_RELR.
 */
#include "loader/elf/dynamic.h"

static bool complain_of(struct complaint *complaint, uint64_t address)
{
	return complain(complaint, "its address", AS_HEX, address,
			"is no place that a relocation may write to");
}

static bool check_bitmap(const struct elf_image *image,
			 const struct elf_dynamic *dynamic, uint64_t next,
			 uint64_t bits, struct complaint *complaint)
{
	uint64_t lowest, highest;

	if (bits == 0)
		return true;
	lowest = next + 8 * (uint64_t)__builtin_ctzl(bits);
	highest = next + 8 * (uint64_t)(63 - __builtin_clzl(bits));
	return elf_target(image, dynamic, lowest, highest - lowest + 8) ||
	       complain_of(complaint, lowest);
}

bool elf_check_relr(const struct elf_image *image,
		    const struct elf_dynamic *dynamic,
		    struct complaint *complaint)
{
	const Elf64_Relr *relr = dynamic->relr;
	uint64_t next = 0;

	complaint->table = "DT_RELR's entry";
	for (uint64_t i = 0; i < dynamic->relr_count; i++) {
		complaint->number = i;
		if (relr[i] & 1) {
			if (next == 0)
				return complain(complaint, "it", AS_NOTHING, 0,
						"is a bitmap without an "
						"address before it");
			if (!check_bitmap(image, dynamic, next, relr[i] >> 1,
					  complaint))
				return false;
			next += 63 * 8;
			continue;
		}
		if (!elf_target(image, dynamic, relr[i], 8))
			return complain_of(complaint, relr[i]);
		next = relr[i] + 8;
	}
	complaint->table = NULL;
	return true;
}
