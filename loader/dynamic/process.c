/* loader/dynamic/process.c - the one process, and what the kernel says of it */
#include "loader/dynamic/process.h"

struct process process;

void read_auxv(struct auxv_entry *entry)
{
	process.auxv = entry;
	process.values[AT_SECURE] = 1;
	do
		if (entry->a_type <= AUXV_LAST)
			process.values[entry->a_type] = entry->a_val;
	while (entry++->a_type != AT_NULL);
}

void set_auxv(unsigned int type, uint64_t value)
{
	struct auxv_entry *entry = process.auxv;

	process.values[type] = value;
	for (; entry->a_type != AT_NULL; entry++)
		if (entry->a_type == type)
			entry->a_val = value;
}
