/* loader/dynamic/process.c - the one process, and what the kernel says of it */
#include "loader/dynamic/process.h"

struct process process;

uint64_t auxv_value(uint64_t type)
{
	const struct auxv_entry *entry = process.auxv;

	for (; entry->a_type != AT_NULL; entry++)
		if (entry->a_type == type)
			return entry->a_val;
	return 0;
}
