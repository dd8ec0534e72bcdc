/* crt/relocate.h - the relocations that need no symbol, for all who load */
#ifndef CRT_RELOCATE_H
#define CRT_RELOCATE_H

#include <elf.h>
#include <stdint.h>

/*
 * The first two move to `base` what was linked for address 0. The caller
 * answers for the places that they write to: in the image, and writable.
 */

/* Applies the DT_RELR table [relr, end). */
void __premain_relocate_relr(uintptr_t base,
			     const Elf64_Relr *relr, const Elf64_Relr *end);

/*
 * Applies the entries of the DT_RELA table [rela, end) as long as they are
 * R_X86_64_RELATIVE, for places from `start` on and `size` less than it (of
 * the file's own addresses). Returns the first one that is not, or `end`.
 */
const Elf64_Rela *__premain_relocate_rela(uintptr_t base,
					  const Elf64_Rela *rela,
					  const Elf64_Rela *end,
					  uintptr_t start, uintptr_t size);

/*
 * "premain: unsupported relocation R_X86_64_TPOFF64 at 0x3ff0", where it lies
 * in the file's own addresses, on standard error; ends with status 127.
 */
_Noreturn void __premain_refuse(const Elf64_Rela *rela);

#endif
