/*
 * premain/live/live_slots.c
 *
 * The slots of the program's GOT: what its relocations of the types JUMP_SLOT,
 * GLOB_DAT and IRELATIVE fill. Source: psABI 4.4; gABI chapter 5.
 */
#include "premain/elf/facts.h"
#include "premain/live/inside.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct reader {
	struct live *live;
	struct elf_image image;
	uint64_t relro, relro_size;	/* in the file's addresses */
	bool dynamic;			/* it has PT_DYNAMIC */
};

static void read_segments(struct reader *reader)
{
	Elf64_Phdr segment;

	for (unsigned int i = 0; i < reader->image.header.e_phnum; i++) {
		if (!elf_read_segment(&reader->image, i, &segment))
			continue;
		if (segment.p_type == PT_DYNAMIC)
			reader->dynamic = true;
		if (segment.p_type == PT_GNU_RELRO) {
			reader->relro = segment.p_vaddr;
			reader->relro_size = segment.p_memsz;
		}
	}
}

/* The name of a symbol, "" without one; to be freed. */
static char *read_name(const struct reader *reader, const Elf64_Shdr *table,
		       unsigned long long number)
{
	const struct elf_image *image = &reader->image;
	Elf64_Shdr symbols, strings;
	char name[ELF_NAME] = "";
	Elf64_Sym symbol;

	if (number && elf_read_section(image, table->sh_link, &symbols) &&
	    number < symbols.sh_size / sizeof symbol &&
	    elf_read_section(image, symbols.sh_link, &strings) &&
	    elf_read_at(image, &symbol, symbols.sh_offset +
			number * sizeof symbol, sizeof symbol))
		elf_read_name(image, &strings, symbol.st_name, name);
	return strdup(name);
}

static void keep(struct reader *reader, const Elf64_Shdr *table,
		 const Elf64_Rela *entry)
{
	struct live *live = reader->live;
	unsigned int type = (unsigned int)ELF64_R_TYPE(entry->r_info);
	struct live_slot *slot;

	if (type != R_X86_64_JUMP_SLOT && type != R_X86_64_GLOB_DAT &&
	    type != R_X86_64_IRELATIVE)
		return;
	if (live->slots_found++ >= LIVE_SLOTS)
		return;
	slot = &live->slots[live->slot_count++];
	*slot = (struct live_slot){
		.type = type, .address = live->bias + entry->r_offset,
		.name = read_name(reader, table, ELF64_R_SYM(entry->r_info)),
		.relro = entry->r_offset - reader->relro < reader->relro_size
	};
	if (!slot->name)
		live->lost = true;
}

static void read_table(struct reader *reader, const Elf64_Shdr *table)
{
	Elf64_Rela entry;

	for (unsigned long long at = 0; at < table->sh_size &&
	     !reader->live->lost; at += sizeof entry)
		if (elf_read_at(&reader->image, &entry,
				table->sh_offset + at, sizeof entry))
			keep(reader, table, &entry);
		else
			return;
}

static const char *find_all(struct reader *reader)
{
	struct live *live = reader->live;
	Elf64_Shdr table;

	live->bias = live->entry - reader->image.header.e_entry;
	live->slots = calloc(LIVE_SLOTS, sizeof *live->slots);
	if (!live->slots)
		return "no memory for them";
	read_segments(reader);
	if (!reader->image.sections)
		return reader->dynamic ? "it has no section headers, which "
			"name the relocations" : NULL;
	for (unsigned long long i = 1; i < reader->image.sections; i++)
		if (elf_read_section(&reader->image, i, &table) &&
		    table.sh_type == SHT_RELA && table.sh_flags & SHF_ALLOC)
			read_table(reader, &table);
	return NULL;
}

void live_find_slots(struct live *live)
{
	struct reader reader = {.live = live};
	char path[64];
	int fd;

	snprintf(path, sizeof path, "/proc/%d/exe", live->pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	live->no_slots = fd < 0 ? "its file cannot be read" :
				  elf_open_image(fd, &reader.image);
	if (!live->no_slots)
		live->no_slots = find_all(&reader);
	if (fd >= 0)
		close(fd);
}

void live_read_slots(struct live *live, enum live_time time)
{
	for (size_t i = 0; i < live->slot_count; i++) {
		struct live_slot *slot = &live->slots[i];
		const struct live_range *range = live_range_at(live,
							       slot->address);

		slot->known[time] = live_read(live, slot->address,
					      &slot->values[time]);
		text_free(&slot->owners[time]);
		live_put_address(&slot->owners[time], live,
				 slot->values[time], slot->name);
		if (time == LIVE_READY)
			slot->writable = range && range->rights[1] == 'w';
	}
}
