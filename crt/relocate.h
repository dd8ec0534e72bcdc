/* crt/relocate.h - the relocations that need no symbol, for all who load */
#ifndef CRT_RELOCATE_H
#define CRT_RELOCATE_H

#include <elf.h>
#include <stdint.h>

/*
 * The first two move to `base` what was linked for address 0. The caller
 * answers for the places that the tables name: in the image, and writable.
 */

/* Applies the DT_RELR table [relr, end). */
void __premain_relocate_relr(uintptr_t base,
			     const Elf64_Relr *relr, const Elf64_Relr *end);

/*
 * Applies each R_X86_64_RELATIVE of the DT_RELA table [rela, end). Returns the
 * first entry of another type, or NULL; R_X86_64_NONE is passed over, and so is
 * R_X86_64_IRELATIVE, which has its own time.
 */
const Elf64_Rela *__premain_relocate_rela(uintptr_t base,
					  const Elf64_Rela *rela,
					  const Elf64_Rela *end);

/*
 * "premain: unsupported relocation R_X86_64_TPOFF64 at 0x3ff0", where it lies
 * in the file's own addresses, on standard error; ends with status 127.
 */
_Noreturn void __premain_refuse(const Elf64_Rela *rela);

#endif
