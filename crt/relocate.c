/*
 * crt/relocate.c - the relocations that need no symbol, for all who load
 *
 * The static-PIE start uses it on its own program, before anything else works:
 * no variable that holds an address may be read here.
 * Source: psABI 4.4.1 (RELATIVE: B + A); gABI ch. 5 (DT_RELR: an even entry is
 * an address, an odd one a bitmap of the 63 words behind the last one).
 */
#include <stddef.h>

#include "crt/relocate.h"

void __premain_relocate_relr(uintptr_t base,
			     const Elf64_Relr *relr, const Elf64_Relr *end)
{
	uintptr_t *word = NULL;

	for (; relr < end; relr++) {
		Elf64_Relr bits = *relr;

		if (!(bits & 1)) {
			word = (uintptr_t *)(base + bits);
			*word++ += base;
			continue;
		}
		for (uintptr_t *at = word; bits >>= 1; at++)
			if (bits & 1)
				*at += base;
		word += 63;
	}
}

const Elf64_Rela *__premain_relocate_rela(uintptr_t base,
					  const Elf64_Rela *rela,
					  const Elf64_Rela *end,
					  uintptr_t start, uintptr_t size)
{
	for (; rela < end; rela++) {
		/* Processors look ahead as well, but not into the next page. */
		__builtin_prefetch((const char *)rela + 4096);
		if ((uint32_t)rela->r_info != R_X86_64_RELATIVE ||
		    rela->r_offset - start >= size)
			break;
		*(uintptr_t *)(base + rela->r_offset) =
			base + (uintptr_t)rela->r_addend;
	}
	return rela;
}
