/*
 * loader/dynamic/relocate_relative.c - the relocations that need no symbol
 *
 * There may be a million, and then it is memory that they take their time for.
 * Source: psABI 4.4.1; madvise(2).
 */
#include <linux/mman.h>

#include <premain/syscalls.h>

#include "crt/relocate.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/work.h"

#define STRETCH 32768	/* their places are 256 kB: a cache holds them */
#define POPULATED 4096	/* so many words are worth a system call */

/*
 * The kernel makes all of the pages at once. One that cannot (before 5.14)
 * makes each when it is asked for, as ever.
 */
static void fetch_memory(uintptr_t start, uintptr_t end, int advice)
{
	start = page_down(start);
	sys_madvise((void *)start, end - start, advice);
}

/* Pages of which most words are written to. */
static void fetch_pages(const struct object *object, uint64_t start,
			uint64_t end, uint64_t words)
{
	uintptr_t base = object->image.base;

	if (words >= POPULATED && (end - page_down(start)) / 16 <= words)
		fetch_memory(base + start, base + end, MADV_POPULATE_WRITE);
}

/*
 * Those that need no symbol come first, in the order of their places. A stretch
 * of them is done while the kernel's copies of its pages are in the caches, and
 * checked where it is done: each place is in the window that the first one is
 * in.
 */
const Elf64_Rela *relocate_relative(const struct object *object,
				    const Elf64_Rela *rela,
				    const Elf64_Rela *end)
{
	const Elf64_Rela *first = NULL;

	if (end - rela > STRETCH)
		fetch_memory((uintptr_t)rela, (uintptr_t)end,
			     MADV_POPULATE_READ);
	while (rela < end && rela != first &&
	       ELF64_R_TYPE(rela->r_info) == R_X86_64_RELATIVE) {
		const Elf64_Rela *next = behind(rela, end, STRETCH);
		uint64_t last = next[-1].r_offset;
		struct elf_window window = elf_window(
			&object->image, &object->dynamic, rela->r_offset);

		if (last - window.start < window.size &&
		    rela->r_offset - window.start <= last - window.start)
			fetch_pages(object, rela->r_offset, last,
				    (uint64_t)(next - rela));
		first = rela;
		rela = __premain_relocate_rela(object->image.base, rela, next,
					       window.start, window.size);
	}
	return rela;
}

void fetch_segments(const struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	const struct elf_segment *segment = object->image.segments;
	const struct elf_segment *end = segment + object->image.segment_count;
	uint64_t words = dynamic->rela_count - dynamic->relative_count +
			 32 * dynamic->relr_count;

	for (; words >= POPULATED && segment < end; segment++)
		if (segment->flags & PF_W)
			fetch_pages(object, segment->start, segment->file_end,
				    words);
}

bool relocate_packed(const struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	struct complaint complaint;

	complaint.object = object->name;
	if (!elf_check_relr(&object->image, dynamic, &complaint))
		return fail_by(&complaint);
	__premain_relocate_relr(object->image.base, dynamic->relr,
				dynamic->relr + dynamic->relr_count);
	return true;
}
