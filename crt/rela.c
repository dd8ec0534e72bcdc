/*
 * crt/rela.c - a static-PIE relocates itself, or says why it cannot
 *
 * The linker script says where the table is. A type that needs a dynamic linker
 * ends the start (refuse.c), and so does an ifunc's, in a program that has no
 * step for it: a damaged file may hold one.
 */
#include "crt/linker.h"
#include "crt/relocate.h"

void __premain_rela(void);

void __premain_rela(void)
{
	const Elf64_Rela *rela = __premain_rela_start;
	const char *ifunc_step = __premain_ifunc_start;

	for (;; rela++) {
		uint32_t type;

		rela = __premain_relocate_rela((uintptr_t)&__ehdr_start, rela,
					       __premain_rela_end, 0, -1UL);
		if (rela == __premain_rela_end)
			return;
		type = (uint32_t)rela->r_info;
		if (type != R_X86_64_NONE &&
		    (type != R_X86_64_IRELATIVE ||
		     ifunc_step == __premain_ifunc_end))
			__premain_refuse(rela);
	}
}
