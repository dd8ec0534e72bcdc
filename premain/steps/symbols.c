/*
 * premain/steps/symbols.c
 *
 * The functions of an object, by .symtab, or by .dynsym where it is stripped.
 */
#include "premain/elf/facts.h"
#include "premain/steps/steps.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int compare_symbols(const void *left, const void *right)
{
	const struct symbol *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->size < b->size ? -1 : a->size > b->size;
}

static bool is_function(const Elf64_Sym *symbol)
{
	unsigned int type = ELF64_ST_TYPE(symbol->st_info);

	return (type == STT_FUNC || type == STT_GNU_IFUNC ||
		type == STT_NOTYPE) && symbol->st_shndx != SHN_UNDEF &&
	       symbol->st_shndx < SHN_LORESERVE;
}

/* What is not in memory has no steps, whatever its address is. A symbol
 * without a size reaches to the next one; but among those that strip leaves the
 * next one is not known, and it has its first byte only. */
static void keep_functions(struct object *object,
			   const struct elf_image *image,
			   const struct elf_symbols *all)
{
	Elf64_Shdr section = {0};
	unsigned int last = 0;

	object->symbols = calloc(all->count + 1, sizeof *object->symbols);
	if (!object->symbols)
		return;
	for (size_t i = 0; i < all->count; i++) {
		const Elf64_Sym *symbol = &all->list[i];

		if (!is_function(symbol) ||
		    symbol->st_name >= all->names_size ||
		    !object->names[symbol->st_name])
			continue;
		if (symbol->st_shndx != last &&
		    !elf_read_section(image, symbol->st_shndx, &section))
			section.sh_flags = 0;
		last = symbol->st_shndx;
		if (section.sh_flags & SHF_ALLOC)
			object->symbols[object->symbol_count++] =
				(struct symbol){
				symbol->st_value,
				symbol->st_size ? symbol->st_size :
						  all->stripped,
				object->names + symbol->st_name};
	}
	if (object->symbol_count)
		qsort(object->symbols, object->symbol_count,
		      sizeof *object->symbols, compare_symbols);
}

uint64_t object_bias(const struct object *object, uint64_t start,
		     uint64_t offset)
{
	int fd = open(object->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct elf_image image;
	Elf64_Phdr segment;
	uint64_t bias = 0;

	if (fd < 0)
		return 0;
	if (!elf_open_image(fd, &image))
		for (unsigned int i = 0; i < image.header.e_phnum; i++)
			if (elf_read_segment(&image, i, &segment) &&
			    segment.p_type == PT_LOAD &&
			    segment.p_flags & PF_X &&
			    (segment.p_offset & -4096UL) == offset)
				bias = start - (segment.p_vaddr & -4096UL);
	close(fd);
	return bias;
}

void object_read_symbols(struct object *object)
{
	int fd = open(object->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct elf_symbols all;
	struct elf_image image;

	object->looked = true;
	if (fd < 0)
		return;
	if (!elf_open_image(fd, &image)) {
		elf_read_symbols(&image, &all);
		object->names = all.names;
		keep_functions(object, &image, &all);
		free(all.list);
	}
	close(fd);
}

/* The last one that begins at or before it, if that reaches so far. */
const struct symbol *object_symbol(const struct object *object,
				   uint64_t address)
{
	size_t low = 0, high = object->symbol_count;
	const struct symbol *symbol;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (object->symbols[middle].start <= address)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return NULL;
	symbol = &object->symbols[low - 1];
	if (symbol->size && address - symbol->start >= symbol->size)
		return NULL;
	return symbol;
}
