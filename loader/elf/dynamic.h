/*
 * loader/elf/dynamic.h - the tables that PT_DYNAMIC names, checked
 *
 * Who has this struct may believe it: each pointer is into the image, readable,
 * aligned, and has as many entries as stands beside it. Only what an entry
 * itself says is still open: an index, an offset, a target. For those there are
 * the functions below, and elf_is_code of image.h.
 * Source: gABI ch. 5, Dynamic Section; psABI 5.2; LSB core 10.7.
 */
#ifndef LOADER_ELF_DYNAMIC_H
#define LOADER_ELF_DYNAMIC_H

#include "loader/elf/image.h"

/* A part of an object's memory, by the file's addresses. */
struct elf_range {
	uint64_t start, end;
};

#define ELF_GUARDED_MAX 8

/* DT_GNU_HASH. With bucket_count 0 there is none. */
struct elf_gnu_hash {
	uint32_t bucket_count;
	uint32_t first_symbol;	/* chains[0] is this symbol's */
	uint32_t bloom_mask;	/* the words of the filter, less one */
	uint32_t bloom_shift;	/* less than 32 */
	const uint64_t *bloom;
	const uint32_t *buckets; /* 0, or first_symbol and more */
	const uint32_t *chains;	/* from each bucket on, one has bit 0 set */
};

/* DT_HASH, where there is no DT_GNU_HASH. With bucket_count 0 none either. */
struct elf_hash {
	uint32_t bucket_count;
	const uint32_t *buckets; /* less than symbol_count */
	const uint32_t *chains;	/* one a symbol; each way ends with 0 */
};

struct elf_dynamic {
	const Elf64_Dyn *table;	/* ends with DT_NULL; NULL: a static object */
	Elf64_Dyn *debug;	/* DT_DEBUG, if it can be written */

	const char *strings;	/* the last byte is zero */
	uint64_t strings_size;
	const Elf64_Sym *symbols;
	uint32_t symbol_count;	/* entries that exist: see symbols.c */
	bool defines;		/* one at least is in a chain */
	struct elf_gnu_hash gnu_hash;
	struct elf_hash hash;

	const Elf64_Half *versym; /* NULL, or one for each symbol */
	const Elf64_Verdef *verdef; /* each with its names, by their offsets */
	const Elf64_Verneed *verneed;
	uint32_t verdef_count, verneed_count;
	uint32_t version_count;	/* one more than the highest index in both */

	const Elf64_Rela *rela;	/* without those of jmprel */
	const Elf64_Rela *jmprel;
	const Elf64_Relr *relr;
	uint64_t rela_count, jmprel_count, relr_count;
	uint64_t relative_count; /* DT_RELACOUNT: the types are unchecked */
	uint64_t *pltgot;	/* three words to write; NULL: bind now */

	uint64_t init, fini;	/* addresses of the file, code; 0: none */
	const Elf64_Addr *preinit_array, *init_array, *fini_array;
	uint64_t preinit_count, init_count, fini_count;

	const char *soname, *rpath, *runpath; /* NULL: none */
	uint32_t needed_count;
	uint32_t filter_count;	/* DT_FILTER, DT_AUXILIARY */
	uint64_t flags;		/* DF_*, the older tags' too */
	uint64_t flags_1;	/* DF_1_* */

	/*
	 * The tables that lie where relocations may write. None should, but
	 * tools that edit files put them there. They must stay as checked.
	 */
	unsigned int guarded_count;
	struct elf_range guarded[ELF_GUARDED_MAX];
};

/*
 * Reads what PT_DYNAMIC (NULL: none) of a mapped object says, whose memory
 * nobody has changed yet, into a struct that is all zeros. False with a
 * complaint. No system call.
 */
bool elf_read_dynamic(const struct elf_image *image, const Elf64_Phdr *segment,
		      struct elf_dynamic *dynamic,
		      struct complaint *complaint);

/*
 * Addresses of the file at which a relocation may write a word: from `start`
 * on, `size` less than it.
 */
struct elf_window {
	uint64_t start, size;
};

/*
 * The window of the segment that has an address. It has no size where nothing
 * may be written, and where each place has to be looked at by itself.
 */
struct elf_window elf_window(const struct elf_image *image,
			     const struct elf_dynamic *dynamic,
			     uint64_t address);

/*
 * Whether each relocation of the table [rela, rela + count) names a symbol that
 * there is, and has a target. R_X86_64_NONE may say anything,
 * R_X86_64_RELATIVE name any symbol, and what R_X86_64_COPY writes behind its
 * first byte is its reader's to check.
 */
bool elf_check_rela(const struct elf_image *image,
		    const struct elf_dynamic *dynamic, const Elf64_Rela *rela,
		    uint64_t count, struct complaint *complaint);

/* The same for DT_RELR, all of it: crt/relocate.h may have it then. */
bool elf_check_relr(const struct elf_image *image,
		    const struct elf_dynamic *dynamic,
		    struct complaint *complaint);

/* A string by its offset (st_name, vna_name, DT_NEEDED); NULL: outside. */
static inline const char *elf_string(const struct elf_dynamic *dynamic,
				     uint64_t offset)
{
	return offset < dynamic->strings_size ?
		dynamic->strings + offset : NULL;
}

/* A symbol by its index (ELF64_R_SYM); NULL: there is no such one. */
static inline const Elf64_Sym *elf_symbol(const struct elf_dynamic *dynamic,
					  uint64_t index)
{
	return index < dynamic->symbol_count ? dynamic->symbols + index : NULL;
}

/* Whether one of the checked tables would be written on. */
bool elf_is_guarded(const struct elf_dynamic *dynamic,
		    uint64_t address, uint64_t size);

/* Where a relocation may write `size` bytes; NULL: it must not. */
static inline void *elf_target(const struct elf_image *image,
			       const struct elf_dynamic *dynamic,
			       uint64_t r_offset, uint64_t size)
{
	void *target = elf_find(image, r_offset, size, PF_W);

	if (dynamic->guarded_count && target &&
	    elf_is_guarded(dynamic, r_offset, size))
		return NULL;
	return target;
}

/* Whether it names an object that answers in the place of this one. */
static inline bool elf_is_filter(const Elf64_Dyn *entry)
{
	return (entry->d_tag | (DT_FILTER ^ DT_AUXILIARY)) == DT_FILTER;
}

/*
 * The next DT_NEEDED from an entry on, which is `table` first; NULL: none. Only
 * until the object is relocated: the table lies where it may be written to.
 */
static inline const Elf64_Dyn *elf_next_needed(const Elf64_Dyn *entry)
{
	for (; entry->d_tag != DT_NULL; entry++)
		if (entry->d_tag == DT_NEEDED)
			return entry;
	return NULL;
}

#endif
