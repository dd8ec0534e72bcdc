/*
 * loader/elf/strings.c - DT_STRTAB, and the tags that are offsets into it
 *
 * A table whose last byte is zero ends every string that begins in it: from
 * here on an offset is all there is to check.
 */
#include "loader/elf/tables.h"

static bool read_string(const struct tables *tables, unsigned int tag,
			const char *name, const char **string)
{
	if (!has(tables, tag))
		return true;
	*string = elf_string(tables->dynamic, tables->value[tag]);
	return *string || complain(tables->complaint, name, AS_HEX,
				   tables->value[tag],
				   "is no offset into DT_STRTAB");
}

/* The highest one is enough; if it is none, the first that is none is named. */
static bool check_needed(const struct tables *tables)
{
	const struct elf_dynamic *dynamic = tables->dynamic;
	const Elf64_Dyn *entry = dynamic->table;

	if (!(dynamic->needed_count | dynamic->filter_count) ||
	    elf_string(dynamic, tables->needed))
		return true;
	while ((entry->d_tag != DT_NEEDED && !elf_is_filter(entry)) ||
	       elf_string(dynamic, entry->d_un.d_val))
		entry++;
	return complain(tables->complaint, entry->d_tag == DT_NEEDED ?
			"DT_NEEDED" : "DT_FILTER", AS_HEX,
			entry->d_un.d_val, "is no offset into DT_STRTAB");
}

static bool read_table(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;
	uint64_t size = value_of(tables, DT_STRSZ);

	if (!has(tables, DT_STRTAB))
		return true;
	if (size == 0)
		return complain(tables->complaint, "DT_STRSZ", AS_COUNT, 0,
				"leaves DT_STRTAB no string");
	dynamic->strings = locate(tables, DT_STRTAB, "DT_STRTAB", size, 1);
	if (!dynamic->strings)
		return false;
	if (dynamic->strings[size - 1] != '\0')
		return complain(tables->complaint, "DT_STRSZ", AS_HEX, size,
				"ends in the middle of a string");
	dynamic->strings_size = size;
	guard(tables, tables->value[DT_STRTAB], size);
	return true;
}

/* What libraries have. */
static bool read_names(const struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;

	return read_string(tables, DT_SONAME, "DT_SONAME", &dynamic->soname) &&
	       read_string(tables, DT_RPATH, "DT_RPATH", &dynamic->rpath) &&
	       read_string(tables, DT_RUNPATH, "DT_RUNPATH",
			   &dynamic->runpath);
}

bool read_strings(struct tables *tables)
{
	return read_table(tables) && check_needed(tables) &&
	       (!has_one(tables, 1UL << DT_SONAME | 1UL << DT_RPATH |
				 1UL << DT_RUNPATH) || read_names(tables));
}
