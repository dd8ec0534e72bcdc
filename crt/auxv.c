/*
 * crt/auxv.c - looks up one entry of the auxiliary vector
 *
 * Source: psABI 3.4.3 (Auxiliary Vector), getauxval(3).
 */
#include <elf.h>
#include <stddef.h>

#include "crt/stack.h"

const struct auxv_entry *__premain_auxv_find(const struct auxv_entry *auxv,
					     uint64_t type)
{
	for (; auxv->a_type != AT_NULL; auxv++)
		if (auxv->a_type == type)
			return auxv;
	return NULL;
}
