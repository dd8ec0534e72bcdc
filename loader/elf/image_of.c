/* loader/elf/image_of.c - the memory of an object, by its headers and base */
#include "loader/elf/image.h"

void elf_image_of(const struct elf_headers *headers, uintptr_t base,
		  struct elf_image *image)
{
	const struct elf_segment *first = headers->segments;
	const struct elf_segment *last = first + headers->segment_count - 1;

	image->base = base;
	image->start = base + page_down(first->start);
	image->span = page_up(last->end) - page_down(first->start);
	image->behind = 0;
	image->segments = first;
	image->segment_count = headers->segment_count;
}
