/*
 * loader/elf/check_rela.c - no relocation writes where it must not
 *
 * Source: psABI 4.4.1: which fields are a word of 32 bits.
 */
#include "loader/elf/dynamic.h"

static uint64_t width(uint64_t type)
{
	switch (type) {
	case R_X86_64_PC32:
	case R_X86_64_PLT32:
	case R_X86_64_32:
	case R_X86_64_32S:
	case R_X86_64_DTPOFF32:
	case R_X86_64_TPOFF32:
	case R_X86_64_SIZE32:
		return 4;
	case R_X86_64_TLSDESC:
		return 16;
	case R_X86_64_COPY:
		return 1;		/* and more: st_size says it */
	}
	return 8;
}

/*
 * Where the last target was, the next one is, mostly: [start, start + size) are
 * the addresses there that a word may begin at.
 */
struct window {
	uint64_t start, size;
};

static bool has_target(const struct elf_image *image,
		       const struct elf_dynamic *dynamic,
		       uint64_t address, uint64_t size, struct window *window)
{
	const struct elf_segment *segment;

	if (size <= 8 && address - window->start < window->size)
		return true;
	if (!elf_target(image, dynamic, address, size))
		return false;
	segment = segment_at(image->segments, image->segment_count, address);
	window->start = segment->start;
	window->size = segment->end - segment->start;
	window->size = window->size < 8 || dynamic->guarded_count ?
		0 : window->size - 7;
	return true;
}

bool elf_check_rela(const struct elf_image *image,
		    const struct elf_dynamic *dynamic, const Elf64_Rela *rela,
		    uint64_t count, struct complaint *complaint)
{
	struct window window = { 0, 0 };

	complaint->table = rela == dynamic->jmprel ? "DT_JMPREL's relocation" :
						     "DT_RELA's relocation";
	for (uint64_t i = 0; i < count; i++, rela++) {
		uint64_t type = ELF64_R_TYPE(rela->r_info);
		uint64_t symbol = ELF64_R_SYM(rela->r_info);

		complaint->number = i;
		if (type == R_X86_64_NONE)
			continue;
		if (symbol && !elf_symbol(dynamic, symbol))
			return complain(complaint, "symbol", AS_COUNT, symbol,
					"is not in DT_SYMTAB");
		if (!has_target(image, dynamic, rela->r_offset, width(type),
				&window))
			return complain(complaint, "r_offset", AS_HEX,
					rela->r_offset,
					"is no place that a relocation may "
					"write to");
	}
	complaint->table = NULL;
	return true;
}
