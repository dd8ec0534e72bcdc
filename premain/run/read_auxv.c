/*
 * premain/run/read_auxv.c
 *
 * Source: proc_pid_auxv(5), getauxval(3).
 */
#include "premain/run/run.h"

#include <elf.h>
#include <string.h>

uint64_t read_auxv(int pid, uint64_t type)
{
	struct text auxv = {0};
	Elf64_auxv_t entry;
	uint64_t value = 0;

	read_proc(&auxv, pid, "auxv");
	for (size_t at = 0; auxv.length - at >= sizeof entry;
	     at += sizeof entry) {
		memcpy(&entry, auxv.bytes + at, sizeof entry);
		if (entry.a_type == type)
			value = entry.a_un.a_val;
	}
	text_free(&auxv);
	return value;
}
