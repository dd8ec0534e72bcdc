/*
 * loader/elf/versions.c - DT_VERNEED and DT_VERDEF: lists in lists, by offsets
 *
 * An offset leads forward only, by an entry at least; and all entries together
 * have to fit between the table and the end of its segment. So neither a loop
 * nor a crowd of lists that share their entries can keep a loader busy.
 * Source: LSB core 10.7.
 */
#include "loader/elf/tables.h"

/* Where a walk is; `left` are the entries that there is still room for. */
struct walk {
	struct tables *tables;
	uint64_t left;
	uint64_t end;			/* behind the last entry seen */
};

static bool complain_of(const struct walk *walk, const char *field,
			uint64_t value, const char *sentence)
{
	return complain(walk->tables->complaint, field, AS_HEX, value,
			sentence);
}

/* The place `offset` bytes behind an entry, of an entry of `size` bytes. */
static const void *step(struct walk *walk, const void *from, uint64_t offset,
			uint64_t size, const char *field)
{
	const struct tables *tables = walk->tables;
	uint64_t at = (uintptr_t)from - tables->image->base;

	if (offset < size || offset % sizeof(Elf64_Word) || !walk->left ||
	    !elf_is_data(tables->image, at, offset + size)) {
		complain_of(walk, field, offset, "leads to no entry");
		return NULL;
	}
	walk->left--;
	if (walk->end < at + offset + size)
		walk->end = at + offset + size;
	return (const char *)from + offset;
}

static bool check_name(const struct walk *walk, const char *field,
		       uint64_t offset)
{
	return elf_string(walk->tables->dynamic, offset) ||
	       complain_of(walk, field, offset,
			   "is no offset into DT_STRTAB");
}

/* Bit 15 of an index says `hidden`; the rest counts versions. */
static void keep_index(const struct walk *walk, unsigned int index)
{
	struct elf_dynamic *dynamic = walk->tables->dynamic;

	if (dynamic->version_count <= (index & 0x7fff))
		dynamic->version_count = (index & 0x7fff) + 1;
}

static bool check_need(struct walk *walk, const Elf64_Verneed *file)
{
	const Elf64_Vernaux *aux = NULL;

	if (file->vn_version != VER_NEED_CURRENT)
		return complain_of(walk, "vn_version", file->vn_version,
				   "is not 1");
	for (unsigned int i = 0; i < file->vn_cnt; i++) {
		aux = i == 0 ?
			step(walk, file, file->vn_aux, sizeof *aux,
			     "vn_aux") :
			step(walk, aux, aux->vna_next, sizeof *aux,
			     "vna_next");
		if (!aux || !check_name(walk, "vna_name", aux->vna_name))
			return false;
		keep_index(walk, aux->vna_other);
	}
	return check_name(walk, "vn_file", file->vn_file);
}

static bool check_definition(struct walk *walk, const Elf64_Verdef *version)
{
	const Elf64_Verdaux *aux = NULL;

	if (version->vd_version != VER_DEF_CURRENT)
		return complain_of(walk, "vd_version", version->vd_version,
				   "is not 1");
	if (version->vd_cnt == 0)
		return complain_of(walk, "vd_cnt", 0, "leaves it no name");
	for (unsigned int i = 0; i < version->vd_cnt; i++) {
		aux = i == 0 ?
			step(walk, version, version->vd_aux, sizeof *aux,
			     "vd_aux") :
			step(walk, aux, aux->vda_next, sizeof *aux,
			     "vda_next");
		if (!aux || !check_name(walk, "vda_name", aux->vda_name))
			return false;
	}
	keep_index(walk, version->vd_ndx);
	return true;
}

/* Table and walk begin; `least` is the size of the first entry. */
static const void *begin(struct walk *walk, unsigned int tag, const char *name,
			 const char *table, uint64_t least)
{
	struct tables *tables = walk->tables;
	const void *first = locate(tables, tag, name, least,
				   sizeof(Elf64_Word));

	walk->left = bytes_behind(tables, tag) / sizeof(Elf64_Verdaux);
	walk->end = tables->value[tag] + least;
	if (first)
		tables->complaint->table = table;
	return first;
}

static bool finish(struct walk *walk, unsigned int tag)
{
	uint64_t start = walk->tables->value[tag];

	walk->tables->complaint->table = NULL;
	guard(walk->tables, start, walk->end - start);
	return true;
}

static bool read_verneed(struct walk *walk, uint64_t count)
{
	struct tables *tables = walk->tables;
	const Elf64_Verneed *file =
		begin(walk, TAG_VERNEED, "DT_VERNEED", "DT_VERNEED's entry",
		      sizeof *file);

	if (!file)
		return false;
	tables->dynamic->verneed = file;
	tables->dynamic->verneed_count = (uint32_t)count;
	for (uint64_t i = 0; i < count; i++) {
		tables->complaint->number = i;
		if (i)
			file = step(walk, file, file->vn_next, sizeof *file,
				    "vn_next");
		if (!file || !check_need(walk, file))
			return false;
	}
	return finish(walk, TAG_VERNEED);
}

static bool read_verdef(struct walk *walk, uint64_t count)
{
	struct tables *tables = walk->tables;
	const Elf64_Verdef *version =
		begin(walk, TAG_VERDEF, "DT_VERDEF", "DT_VERDEF's entry",
		      sizeof *version);

	if (!version)
		return false;
	tables->dynamic->verdef = version;
	tables->dynamic->verdef_count = (uint32_t)count;
	for (uint64_t i = 0; i < count; i++) {
		tables->complaint->number = i;
		if (i)
			version = step(walk, version, version->vd_next,
				       sizeof *version, "vd_next");
		if (!version || !check_definition(walk, version))
			return false;
	}
	return finish(walk, TAG_VERDEF);
}

bool read_versions(struct tables *tables)
{
	struct walk walk = { tables, 0, 0 };

	return (!has(tables, TAG_VERNEED) || !tables->value[TAG_VERNEEDNUM] ||
		read_verneed(&walk, tables->value[TAG_VERNEEDNUM])) &&
	       (!has(tables, TAG_VERDEF) || !tables->value[TAG_VERDEFNUM] ||
		read_verdef(&walk, tables->value[TAG_VERDEFNUM]));
}
