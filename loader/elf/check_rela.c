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

/* The types that write a word of 64 bits, and are the most by far. */
static const uint64_t plain = 1UL << R_X86_64_64 | 1UL << R_X86_64_GLOB_DAT |
	1UL << R_X86_64_JUMP_SLOT | 1UL << R_X86_64_RELATIVE |
	1UL << R_X86_64_DTPMOD64 | 1UL << R_X86_64_DTPOFF64 |
	1UL << R_X86_64_TPOFF64;

static bool check_one(const struct elf_image *image,
		      const struct elf_dynamic *dynamic,
		      const Elf64_Rela *rela, struct complaint *complaint)
{
	uint64_t type = ELF64_R_TYPE(rela->r_info);
	uint64_t symbol = ELF64_R_SYM(rela->r_info);

	if (type == R_X86_64_NONE)
		return true;
	if (symbol && symbol >= dynamic->symbol_count &&
	    type != R_X86_64_RELATIVE)
		return complain(complaint, "symbol", AS_COUNT, symbol,
				"is not in DT_SYMTAB");
	return elf_target(image, dynamic, rela->r_offset, width(type)) ||
	       complain(complaint, "r_offset", AS_HEX, rela->r_offset,
			"is no place that a relocation may write to");
}

static bool fits(const struct elf_window *window,
		 const struct elf_dynamic *dynamic, const Elf64_Rela *rela)
{
	uint64_t info = rela->r_info;
	uint32_t type = (uint32_t)info;

	return rela->r_offset - window->start < window->size && type < 64 &&
	       plain >> type & 1 && info >> 32 < dynamic->symbol_count;
}

/* Where the last target was, the next one is, mostly. */
bool elf_check_rela(const struct elf_image *image,
		    const struct elf_dynamic *dynamic, const Elf64_Rela *rela,
		    uint64_t count, struct complaint *complaint)
{
	struct elf_window window = { 0, 0 };

	for (uint64_t i = 0; i < count; i++) {
		/* Who does it will want to see the symbol. */
		__builtin_prefetch(dynamic->symbols +
				   ELF64_R_SYM(rela[i].r_info));
		if (fits(&window, dynamic, &rela[i]))
			continue;
		window = elf_window(image, dynamic, rela[i].r_offset);
		if (fits(&window, dynamic, &rela[i]))
			continue;
		complaint->table = rela == dynamic->jmprel ?
			"DT_JMPREL's relocation" : "DT_RELA's relocation";
		complaint->number = i;
		if (!check_one(image, dynamic, &rela[i], complaint))
			return false;
	}
	complaint->table = NULL;
	return true;
}
