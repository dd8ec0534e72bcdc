/*
 * premain/elf/elf_count_dynamic.c
 *
 * The dynamic table: how many relocations it orders, and whether the file is
 * a program or a library. Source: gABI chapter 5, "Dynamic Section".
 */
#include "premain/elf/facts.h"

struct tables {
	unsigned long long rela, rela_size, rel, rel_size;
	unsigned long long plt, plt_size, plt_kind, relr, relr_size;
	bool needs;
	bool named;
	bool pie;
};

static void note(struct tables *tables, const Elf64_Dyn *entry)
{
	unsigned long long value = entry->d_un.d_val;

	switch (entry->d_tag) {
	case DT_RELA: tables->rela = value; break;
	case DT_RELASZ: tables->rela_size = value; break;
	case DT_REL: tables->rel = value; break;
	case DT_RELSZ: tables->rel_size = value; break;
	case DT_JMPREL: tables->plt = value; break;
	case DT_PLTRELSZ: tables->plt_size = value; break;
	case DT_PLTREL: tables->plt_kind = value; break;
	case DT_RELR: tables->relr = value; break;
	case DT_RELRSZ: tables->relr_size = value; break;
	case DT_FLAGS_1: tables->pie = (value & DF_1_PIE) != 0; break;
	case DT_NEEDED: tables->needs = true; break;
	case DT_SONAME: tables->named = true; break;
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
		      const struct tables *tables, struct elf_facts *facts)
{
	size_t plt_entry = tables->plt_kind == DT_REL ? sizeof(Elf64_Rel) :
							sizeof(Elf64_Rela);
	bool within = tables->plt >= tables->rela &&
		      tables->plt - tables->rela < tables->rela_size;
	unsigned long long offset;

	if (!count(image, tables->rela, tables->rela_size, sizeof(Elf64_Rela),
		   facts) ||
	    !count(image, tables->rel, tables->rel_size, sizeof(Elf64_Rel),
		   facts))
		return false;
	if (!within &&		/* some linkers count the PLT's twice */
	    !count(image, tables->plt, tables->plt_size, plt_entry, facts))
		return false;
	if (tables->relr_size == 0)
		return true;
	return find(image, tables->relr, tables->relr_size, &offset) &&
	       elf_count_relr(image, offset, tables->relr_size,
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
	facts->needs = tables.needs;
	if (facts->kind == ELF_KIND_STATIC_PIE &&
	    (tables.needs || tables.named) && !tables.pie)
		facts->kind = ELF_KIND_SHARED;
	if (!count_all(image, &tables, facts))
		return "a relocation table lies outside the file";
	return NULL;
}
