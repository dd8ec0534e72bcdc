/*
 * premain/live/live_names.c
 *
 * Whose an address is, and whose a range: what the files and the kernel's own
 * list say, and no guess.
 */
#include "premain/elf/facts.h"
#include "premain/live/inside.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

/* ".plt" for an address of the file; false: it is in no section. */
static bool find_section(const struct elf_image *image, uint64_t address,
			 char name[ELF_NAME])
{
	Elf64_Shdr section, names;

	for (unsigned long long i = 1; i < image->sections; i++)
		if (elf_read_section(image, i, &section) &&
		    section.sh_flags & SHF_ALLOC &&
		    !(section.sh_flags & SHF_TLS) &&
		    address - section.sh_addr < section.sh_size &&
		    elf_read_section(image, image->header.e_shstrndx,
				     &names)) {
			elf_read_name(image, &names, section.sh_name, name);
			return true;
		}
	return false;
}

static bool put_section(struct text *text, const struct live_object *object,
			uint64_t address)
{
	int fd = open(object->code.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct elf_image image;
	char name[ELF_NAME];
	bool found;

	if (fd < 0)
		return false;
	found = !elf_open_image(fd, &image) &&
		find_section(&image, address - object->bias, name);
	if (found)
		text_put(text, name);
	close(fd);
	return found;
}

/* A symbol without a size names its own address only. */
static const struct symbol *find_symbol(const struct live_object *object,
					uint64_t address, const char *name)
{
	const struct symbol *all = object->code.symbols;
	const struct symbol *symbol = object_symbol(&object->code,
						    address - object->bias);

	if (!symbol || (!symbol->size &&
			symbol->start != address - object->bias))
		return NULL;
	for (size_t i = 0; i < object->code.symbol_count; i++)
		if (all[i].start == symbol->start &&
		    strcmp(all[i].name, name) == 0)
			return &all[i];
	return symbol;
}

void live_put_address(struct text *text, struct live *live, uint64_t address,
		      const char *name)
{
	const struct live_range *range = live_range_at(live, address);
	struct live_object *object = range ? live_object_of(live, range) :
					     NULL;
	const struct symbol *symbol;

	if (!range)
		return;
	text_put(text, *range->path ? base_name(range->path) :
				      "memory of no file");
	if (!object)
		return;
	text_put(text, ": ");
	symbol = find_symbol(object, address, name);
	if (symbol)
		text_put(text, symbol->name);
	else if (!put_section(text, object, address))
		text_format(text, "%#llx", (unsigned long long)
			    (address - object->bias));
}

/* What a range of a file is for: by the rights that its segment asks for. */
static const char *use_of(const struct live_range *range,
			  const Elf64_Phdr *segment)
{
	if (range->rights[2] == 'x')
		return "code";
	if (range->rights[0] == '-')
		return "a gap between its segments";
	if (!segment)
		return "none of its segments";
	if (range->rights[1] == 'w')
		return "data";
	return segment->p_flags & PF_W ? "data, read-only since it was "
		"relocated" : "headers, tables, constants";
}

/* The object whose zeros these are. */
static const struct live_object *find_zeros(const struct live *live,
					    uint64_t address)
{
	for (size_t i = 0; i < live->object_count; i++)
		if (live->objects[i].placed &&
		    live_segment(&live->objects[i], address))
			return &live->objects[i];
	return NULL;
}

static void name_range(struct live *live, struct live_range *range)
{
	struct live_object *object = live_object_of(live, range);
	const struct live_object *zeros;

	text_free(&range->owner);
	if (object) {
		text_format(&range->owner, "%s: %s", base_name(range->path),
			    use_of(range, live_segment(object,
						       range->start)));
		return;
	}
	zeros = *range->path ? NULL : find_zeros(live, range->start);
	if (zeros)
		text_format(&range->owner, "%s: bss, the zeros behind its "
			    "data", base_name(zeros->code.path));
	else if (*range->path)
		text_put(&range->owner, range->path);
	else
		text_put(&range->owner, "of no file");
	if (live->thread >= range->start && live->thread < range->end)
		text_put(&range->owner, "; the thread pointer is in it");
}

void live_name_ranges(struct live *live)
{
	for (size_t i = 0; i < live->range_count; i++)
		live_object_of(live, &live->ranges[i]);
	for (size_t i = 0; i < live->range_count; i++)
		name_range(live, &live->ranges[i]);
}
