/*
 * premain/elf/elf_count_dynamic.c
 *
 * The dynamic table: how many relocations it orders, and whether the file is
 * a program or a library. Source: gABI chapter 5, "Dynamic Section".
 */
#include "premain/elf/facts.h"

enum { TAGS = DT_RELR + 1 };	/* those that are looked at */

/* The values of the table, by their tags. */
struct tables {
	unsigned long long value[TAGS];
	bool seen[TAGS];
	bool pie;
};

static void note(struct tables *tables, const Elf64_Dyn *entry)
{
	unsigned long long tag = (unsigned long long)entry->d_tag;

	if (tag < TAGS) {
		tables->value[tag] = entry->d_un.d_val;
		tables->seen[tag] = true;
	} else if (tag == DT_FLAGS_1) {
		tables->pie = (entry->d_un.d_val & DF_1_PIE) != 0;
	}
}

/* Where a table of the process's memory lies in the file. */
static bool find(const struct elf_image *image, unsigned long long address,
		 unsigned long long size, unsigned long long *offset)
{
	unsigned int i;

	for (i = 0; i < image->header.e_phnum; i++) {
		Elf64_Phdr segment;

		if (!elf_read_segment(image, i, &segment))
			return false;
		if (segment.p_type != PT_LOAD || address < segment.p_vaddr)
			continue;
		*offset = address - segment.p_vaddr;
		if (*offset > segment.p_filesz ||
		    size > segment.p_filesz - *offset)
			continue;
		if (segment.p_offset > image->size ||
		    *offset > image->size - segment.p_offset)
			return false;
		*offset += segment.p_offset;
		return size <= image->size - *offset;
	}
	return false;
}

static bool count(const struct elf_image *image, unsigned long long address,
		  unsigned long long size, size_t entry,
		  struct elf_facts *facts)
{
	unsigned long long offset;

	if (size == 0)
		return true;
	if (!find(image, address, size, &offset))
		return false;
	facts->relocations += size / entry;
	return true;
}

static bool count_all(const struct elf_image *image,
		      const unsigned long long *value, struct elf_facts *facts)
{
	size_t plt_entry = value[DT_PLTREL] == DT_REL ? sizeof(Elf64_Rel) :
							sizeof(Elf64_Rela);
	bool within = value[DT_JMPREL] >= value[DT_RELA] &&
		value[DT_JMPREL] - value[DT_RELA] < value[DT_RELASZ];
	unsigned long long offset;

	if (!count(image, value[DT_RELA], value[DT_RELASZ], sizeof(Elf64_Rela),
		   facts) ||
	    !count(image, value[DT_REL], value[DT_RELSZ], sizeof(Elf64_Rel),
		   facts))
		return false;
	if (!within &&		/* some linkers count the PLT's twice */
	    !count(image, value[DT_JMPREL], value[DT_PLTRELSZ], plt_entry,
		   facts))
		return false;
	if (value[DT_RELRSZ] == 0)
		return true;
	return find(image, value[DT_RELR], value[DT_RELRSZ], &offset) &&
	       elf_count_relr(image, offset, value[DT_RELRSZ],
			      &facts->relocations);
}

const char *elf_count_dynamic(const struct elf_image *image,
			     const Elf64_Phdr *segment,
			     struct elf_facts *facts)
{
	unsigned long long left = segment->p_filesz / sizeof(Elf64_Dyn);
	unsigned long long offset = segment->p_offset;
	struct tables tables = {0};
	Elf64_Dyn entry;

	for (; left; left--, offset += sizeof entry) {
		if (!elf_read_at(image, &entry, offset, sizeof entry))
			return "its dynamic table lies outside the file";
		if (entry.d_tag == DT_NULL)
			break;
		note(&tables, &entry);
	}
	facts->needs = tables.seen[DT_NEEDED];
	if (facts->kind == ELF_KIND_STATIC_PIE && !tables.pie &&
	    (facts->needs || tables.seen[DT_SONAME]))
		facts->kind = ELF_KIND_SHARED;
	if (!count_all(image, tables.value, facts))
		return "a relocation table lies outside the file";
	return NULL;
}
