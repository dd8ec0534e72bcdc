/*
 * crt/tls.c - thread-local storage of the first thread (variant II)
 *
 *	block ->  initialised | zeroed | padding | struct thread  <- %fs
 *
 * The linker has fixed the offset of every variable below %fs: %fs is where
 * the segment ends once its end is rounded up to its alignment. So %fs has that
 * alignment, and the variables have theirs. %fs:0 holds its own address.
 * Source: TLS 3 (variant II) and 3.4.6; arch_prctl(2).
 */
#include <asm/prctl.h>
#include <elf.h>
#include <linux/mman.h>
#include <stddef.h>
#include <stdint.h>

#include <premain/syscalls.h>

#include "crt/die.h"
#include "crt/linker.h"

struct thread {
	struct thread *self;	/* %fs:0x00: TLS 3.4.6			*/
	uintptr_t reserved[4];
	uintptr_t canary;	/* %fs:0x28: gcc's i386.cc, stack guard	*/
};

_Static_assert(offsetof(struct thread, canary) == 0x28, "gcc, clang");

void __premain_tls(void);

static uintptr_t align_up(uintptr_t value, uintptr_t alignment)
{
	return (value + alignment - 1) & -alignment;
}

/* Memory for `size` bytes, all zero: most programs need no system call. */
static char *allocate(size_t size)
{
	static char small[512] __attribute__((aligned(64)));
	long memory;

	if (size <= sizeof small)
		return small;
	memory = sys_mmap(0, size, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if ((unsigned long)memory >= -4095UL)
		__premain_die("premain: no memory for thread-local storage\n");
	return (char *)memory;
}

static const Elf64_Phdr *find_tls(void)
{
	const Elf64_Phdr *segment = (const Elf64_Phdr *)
		((const char *)&__ehdr_start + __ehdr_start.e_phoff);

	for (int i = 0; i < __ehdr_start.e_phnum; i++)
		if (segment[i].p_type == PT_TLS)
			return &segment[i];
	return NULL;
}

void __premain_tls(void)
{
	const Elf64_Phdr *tls = find_tls();
	uintptr_t alignment = 16, size = 0, block;
	struct thread *thread;

	if (tls) {
		if (tls->p_align > alignment)
			alignment = tls->p_align;
		/* lld's p_vaddr is not always aligned: its end, rounded, is. */
		size = align_up(tls->p_vaddr + tls->p_memsz,
				tls->p_align ? tls->p_align : 1) - tls->p_vaddr;
	}
	block = (uintptr_t)allocate(size + alignment + sizeof *thread);
	thread = (struct thread *)align_up(block + size, alignment);
	if (tls) {
		const char *image = (const char *)
			(image_base() + tls->p_vaddr);
		char *variable = (char *)thread - size;

		for (size_t i = 0; i < tls->p_filesz; i++)
			variable[i] = image[i];
	}
	thread->self = thread;
	if (sys_arch_prctl(ARCH_SET_FS, (unsigned long)thread) != 0)
		__premain_die("premain: cannot set the thread pointer\n");
}
