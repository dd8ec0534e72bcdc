/*
 * crt/irelative.c - R_X86_64_IRELATIVE: the value is what a function returns
 *
 * Source: psABI 4.4.1, indirect (B + A); the GNU ifunc extension.
 */
#include "crt/linker.h"
#include "crt/relocate.h"

void __premain_irelative(void);

void __premain_irelative(void)
{
	uintptr_t base = image_base();
	const Elf64_Rela *rela;

	for (rela = __premain_rela_start; rela < __premain_rela_end; rela++) {
		uintptr_t (*resolve)(void);

		switch ((uint32_t)rela->r_info) {
		case R_X86_64_IRELATIVE:
			resolve = (uintptr_t (*)(void))
				(base + (uintptr_t)rela->r_addend);
			*(uintptr_t *)(base + rela->r_offset) = resolve();
			break;
		case R_X86_64_RELATIVE:		/* done already (rela.c) */
		case R_X86_64_NONE:
			break;
		default:
			__premain_refuse(rela);
		}
	}
}
