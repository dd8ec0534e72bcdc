/*
 * crt/rela.c - a static-PIE relocates itself, or says why it cannot
 *
 * The linker script says where the table is. A type that needs a dynamic linker
 * ends the start (refuse.c).
 */
#include "crt/relocate.h"

#define HIDDEN __attribute__((visibility("hidden")))

extern const Elf64_Ehdr __ehdr_start HIDDEN;
extern const Elf64_Rela __premain_rela_start[] HIDDEN;
extern const Elf64_Rela __premain_rela_end[] HIDDEN;

void __premain_rela(void);

void __premain_rela(void)
{
	const Elf64_Rela *other = __premain_relocate_rela(
		(uintptr_t)&__ehdr_start,
		__premain_rela_start, __premain_rela_end);

	if (other)
		__premain_refuse(other);
}
