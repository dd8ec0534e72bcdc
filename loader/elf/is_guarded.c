/* loader/elf/is_guarded.c - the tables that must stay as they were checked */
#include "loader/elf/dynamic.h"

bool elf_is_guarded(const struct elf_dynamic *dynamic,
		    uint64_t address, uint64_t size)
{
	const struct elf_range *range = dynamic->guarded;
	const struct elf_range *end = range + dynamic->guarded_count;

	for (; range < end; range++)
		if (address < range->end && range->start < address + size)
			return true;
	return false;
}
