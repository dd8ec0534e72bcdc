/*
 * crt/linker.h - what only the linker knows: names that linker.ld defines
 *
 * They are hidden, so code reaches them relative to itself, and a start may
 * use them before anything has been relocated. A name that is a place has no
 * size; the ends are the first byte behind.
 */
#ifndef CRT_LINKER_H
#define CRT_LINKER_H

#include <elf.h>
#include <stdint.h>

typedef void constructor(int argc, char **argv, char **envp);
typedef void destructor(void);

#pragma GCC visibility push(hidden)

/* The file's first byte, in memory. */
extern const Elf64_Ehdr __ehdr_start;

extern const Elf64_Rela __premain_rela_start[], __premain_rela_end[];

/* Empty in a program without the step of an ifunc. */
extern const char __premain_ifunc_start[], __premain_ifunc_end[];

extern char __premain_relro_start[], __premain_relro_end[];

extern constructor *const __premain_preinit_start[];
extern constructor *const __premain_init_end[];
extern destructor *const __premain_fini_start[];
extern destructor *const __premain_fini_end[];

#pragma GCC visibility pop

/* What the file's addresses grow by: ET_EXEC means them as they are. */
static inline uintptr_t image_base(void)
{
	return __ehdr_start.e_type == ET_DYN ? (uintptr_t)&__ehdr_start : 0;
}

#endif
