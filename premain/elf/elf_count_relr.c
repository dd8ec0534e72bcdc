/*
 * premain/elf/elf_count_relr.c
 *
 * How many relocations a RELR table stands for: an even entry is one, an odd
 * entry is a bitmap of the next 63 words. Source: gABI, "Relative Relocation
 * Table" (DT_RELR).
 */
#include "premain/elf/facts.h"

static unsigned int bits(unsigned long long word)
{
	unsigned int count = 0;

	for (; word; word &= word - 1)
		count++;
	return count;
}

bool elf_count_relr(const struct elf_image *image, unsigned long long offset,
		    unsigned long long size, unsigned long long *count)
{
	Elf64_Relr entries[64];

	while (size >= sizeof entries[0]) {
		size_t piece = size < sizeof entries ? (size_t)size :
						       sizeof entries;
		size_t i;

		piece -= piece % sizeof entries[0];
		if (!elf_read_at(image, entries, offset, piece))
			return false;
		for (i = 0; i < piece / sizeof entries[0]; i++)
			*count += entries[i] & 1 ? bits(entries[i] >> 1) : 1;
		offset += piece;
		size -= piece;
	}
	return true;
}
