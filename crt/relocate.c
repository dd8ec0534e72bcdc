/*
 * crt/relocate.c - the relocations that need no symbol, for all who load
 *
 * The static-PIE start uses it on its own program, before anything else works:
 * no variable with an address in it may be read here.
 * Source: psABI 4.4.1 (RELATIVE: B + A); gABI ch. 5 (DT_RELR: an even entry is
 * an address, an odd one a bitmap of the 63 words that follow).
 */
#include <stddef.h>

#include "crt/relocate.h"

const Elf64_Rela *__premain_relocate(uintptr_t base,
				     const Elf64_Rela *rela,
				     const Elf64_Rela *rela_end,
				     const Elf64_Relr *relr,
				     const Elf64_Relr *relr_end)
{
	const Elf64_Rela *other = NULL;
	uintptr_t *word = NULL;

	for (; rela < rela_end; rela++) {
		uint32_t type = (uint32_t)rela->r_info;

		if (type == R_X86_64_RELATIVE)
			*(uintptr_t *)(base + rela->r_offset) =
				base + (uintptr_t)rela->r_addend;
		else if (type != R_X86_64_NONE && type != R_X86_64_IRELATIVE
			 && !other)
			other = rela;
	}
	for (; relr < relr_end; relr++) {
		if ((*relr & 1) == 0) {
			word = (uintptr_t *)(base + *relr);
			*word++ += base;
			continue;
		}
		for (int bit = 1; bit < 64; bit++)
			if (*relr >> bit & 1)
				word[bit - 1] += base;
		word += 63;
	}
	return other;
}
