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

/* DT_VERNEED and DT_VERDEF: where in an entry is what, and how it is called. */
struct kind {
	unsigned char tag;
	unsigned char size, count, aux, next;	/* of and in an entry */
	unsigned char aux_size, aux_name, aux_next;
	char title[sizeof "DT_VERNEED"], entry[sizeof "DT_VERNEED's entry"];
	char version[11], to_aux[7], to_next[8];
	char aux_to_name[9], aux_to_next[9];
};

static const struct kind need = {
	TAG_VERNEED, sizeof(Elf64_Verneed),
	offsetof(Elf64_Verneed, vn_cnt), offsetof(Elf64_Verneed, vn_aux),
	offsetof(Elf64_Verneed, vn_next), sizeof(Elf64_Vernaux),
	offsetof(Elf64_Vernaux, vna_name), offsetof(Elf64_Vernaux, vna_next),
	"DT_VERNEED", "DT_VERNEED's entry", "vn_version", "vn_aux", "vn_next",
	"vna_name", "vna_next"
};

static const struct kind definition = {
	TAG_VERDEF, sizeof(Elf64_Verdef),
	offsetof(Elf64_Verdef, vd_cnt), offsetof(Elf64_Verdef, vd_aux),
	offsetof(Elf64_Verdef, vd_next), sizeof(Elf64_Verdaux),
	offsetof(Elf64_Verdaux, vda_name), offsetof(Elf64_Verdaux, vda_next),
	"DT_VERDEF", "DT_VERDEF's entry", "vd_version", "vd_aux", "vd_next",
	"vda_name", "vda_next"
};

_Static_assert(VER_NEED_CURRENT == 1 && VER_DEF_CURRENT == 1 &&
	       !offsetof(Elf64_Verneed, vn_version) &&
	       !offsetof(Elf64_Verdef, vd_version), "LSB core 10.7.2, 10.7.3");

static uint32_t word(const void *entry, unsigned int offset)
{
	return *(const Elf64_Word *)((const char *)entry + offset);
}

static unsigned int half(const void *entry, unsigned int offset)
{
	return *(const Elf64_Half *)((const char *)entry + offset);
}

static bool check_names(struct walk *walk, const struct kind *kind,
			const void *entry, unsigned int count)
{
	const Elf64_Vernaux *aux = NULL;

	for (unsigned int i = 0; i < count; i++) {
		aux = aux ? step(walk, aux, word(aux, kind->aux_next),
				 kind->aux_size, kind->aux_to_next) :
			    step(walk, entry, word(entry, kind->aux),
				 kind->aux_size, kind->to_aux);
		if (!aux || !check_name(walk, kind->aux_to_name,
					word(aux, kind->aux_name)))
			return false;
		if (kind == &need)
			keep_index(walk, aux->vna_other);
	}
	return true;
}

static bool check_version(struct walk *walk, const struct kind *kind,
			  const void *entry)
{
	unsigned int count = half(entry, kind->count);

	if (half(entry, 0) != 1)
		return complain_of(walk, kind->version, half(entry, 0),
				   "is not 1");
	if (kind == &definition && count == 0)
		return complain_of(walk, "vd_cnt", 0, "leaves it no name");
	if (!check_names(walk, kind, entry, count))
		return false;
	if (kind == &need)
		return check_name(walk, "vn_file",
				  ((const Elf64_Verneed *)entry)->vn_file);
	keep_index(walk, ((const Elf64_Verdef *)entry)->vd_ndx);
	return true;
}

/* Checks so many entries. The first one; NULL: with a complaint. */
static const void *read_kind(struct tables *tables, const struct kind *kind,
			     uint64_t count)
{
	uint64_t start = tables->value[kind->tag];
	const void *first = locate(tables, kind->tag, kind->title, kind->size,
				   sizeof(Elf64_Word)), *entry = first;
	struct walk walk = {
		tables, bytes_behind(tables, kind->tag) / sizeof(Elf64_Verdaux),
		start + kind->size
	};

	if (!first)
		return NULL;
	tables->complaint->table = kind->entry;
	for (uint64_t i = 0; i < count; i++) {
		tables->complaint->number = i;
		if (i)
			entry = step(&walk, entry, word(entry, kind->next),
				     kind->size, kind->to_next);
		if (!entry || !check_version(&walk, kind, entry))
			return NULL;
	}
	tables->complaint->table = NULL;
	guard(tables, start, walk.end - start);
	return first;
}

bool read_versions(struct tables *tables)
{
	struct elf_dynamic *dynamic = tables->dynamic;
	uint64_t needs = value_of(tables, TAG_VERNEEDNUM);
	uint64_t definitions = value_of(tables, TAG_VERDEFNUM);

	if (has(tables, TAG_VERNEED) && needs) {
		dynamic->verneed_count = (uint32_t)needs;
		dynamic->verneed = read_kind(tables, &need, needs);
		if (!dynamic->verneed)
			return false;
	}
	if (has(tables, TAG_VERDEF) && definitions) {
		dynamic->verdef_count = (uint32_t)definitions;
		dynamic->verdef = read_kind(tables, &definition, definitions);
		if (!dynamic->verdef)
			return false;
	}
	return true;
}
