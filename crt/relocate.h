/* crt/relocate.h - the relocations that need no symbol */
#ifndef CRT_RELOCATE_H
#define CRT_RELOCATE_H

#include <elf.h>
#include <stdint.h>

/*
 * Moves what was linked for address 0 to `base`: applies every R_X86_64_RELATIVE
 * in [rela, rela_end) and every address in [relr, relr_end). Returns the first
 * entry of another type, or NULL; R_X86_64_NONE and R_X86_64_IRELATIVE, which
 * has its own time, are passed over.
 *
 * The caller answers for the places: they lie in the image and are writable.
 */
const Elf64_Rela *__premain_relocate(uintptr_t base,
				     const Elf64_Rela *rela,
				     const Elf64_Rela *rela_end,
				     const Elf64_Relr *relr,
				     const Elf64_Relr *relr_end);

#endif
