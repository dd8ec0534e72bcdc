/* loader/elf/window.c - where relocations may write, a whole segment of it */
#include "loader/elf/dynamic.h"

struct elf_window elf_window(const struct elf_image *image,
			     const struct elf_dynamic *dynamic,
			     uint64_t address)
{
	const struct elf_segment *segment = segment_at(
		image->segments, image->segment_count, address);
	struct elf_window window = { 0, 0 };

	if (segment && segment->flags & PF_W && !dynamic->guarded_count &&
	    segment->end - segment->start >= 8) {
		window.start = segment->start;
		window.size = segment->end - segment->start - 7;
	}
	return window;
}
