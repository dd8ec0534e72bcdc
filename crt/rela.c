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
	const Elf64_Rela *rela = __premain_relocate_rela(
		(uintptr_t)&__ehdr_start,
		__premain_rela_start, __premain_rela_end);
	const char *ifunc_step = __premain_ifunc_start;

	if (rela)
		__premain_refuse(rela);
	if (ifunc_step < __premain_ifunc_end)
		return;
	for (rela = __premain_rela_start; rela < __premain_rela_end; rela++)
		if ((uint32_t)rela->r_info == R_X86_64_IRELATIVE)
			__premain_refuse(rela);
}
