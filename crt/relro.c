/*
 * crt/relro.c - makes read-only what relocation has written (PT_GNU_RELRO)
 *
 * linker.ld gives this part pages of its own, so both ends may be rounded
 * outwards, the upper one by the kernel: nothing else is there.
 * Source: mprotect(2); gABI ch. 5, PT_GNU_RELRO.
 */
#include <linux/mman.h>
#include <stdint.h>

#include <premain/syscalls.h>

#include "crt/die.h"
#include "crt/linker.h"

void __premain_relro(void);

void __premain_relro(void)
{
	uintptr_t start = (uintptr_t)__premain_relro_start & -4096UL;
	uintptr_t size = (uintptr_t)__premain_relro_end - start;

	if (sys_mprotect((void *)start, size, PROT_READ) != 0)
		__premain_die("premain: RELRO: mprotect failed\n");
}
