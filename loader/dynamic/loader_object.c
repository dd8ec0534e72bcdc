/*
 * loader/dynamic/loader_object.c - the loader is an object of the process too
 *
 * It trusts itself: where its tables are, layout/ld-premain.ld says. Only what
 * look-ups and debuggers want of it is filled in.
 */
#include "crt/linker.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/program.h"

#pragma GCC visibility push(hidden)
extern const Elf64_GnuHash __premain_gnu_hash;
extern const Elf64_Sym __premain_dynsym[];
extern const char __premain_dynstr[], __premain_dynstr_end[];
extern const char __premain_code_end[];
extern const char __premain_variables[], __premain_variables_end[];
extern Elf64_Dyn _DYNAMIC[];
#pragma GCC visibility pop

static uintptr_t offset(const void *place)
{
	return (uintptr_t)place - (uintptr_t)&__ehdr_start;
}

static void describe_image(struct elf_image *image, struct elf_segment *segment)
{
	image->base = image->start = (uintptr_t)&__ehdr_start;
	image->span = page_up(offset(__premain_variables_end));
	image->segments = segment;
	image->segment_count = 2;
	segment->file_end = segment->end = offset(__premain_code_end);
	segment->flags = PF_R | PF_X;
	segment++;
	segment->start = segment->file_end = offset(__premain_variables);
	segment->end = offset(__premain_variables_end);
	segment->flags = PF_R | PF_W;
	segment->number = 1;
}

static void describe_symbols(struct elf_dynamic *dynamic)
{
	struct elf_gnu_hash *hash = &dynamic->gnu_hash;
	const Elf64_GnuHash *header = &__premain_gnu_hash;

	dynamic->strings = __premain_dynstr;
	dynamic->strings_size = (uint64_t)
		(__premain_dynstr_end - __premain_dynstr);
	dynamic->symbols = __premain_dynsym;
	dynamic->symbol_count = (uint32_t)
		((const Elf64_Sym *)__premain_dynstr - __premain_dynsym);
	dynamic->defines = true;
	hash->bucket_count = header->bucket_count;
	hash->first_symbol = header->first_symbol;
	hash->bloom_mask = header->bloom_size - 1;
	hash->bloom_shift = header->bloom_shift;
	hash->bloom = (const uint64_t *)(header + 1);
	hash->buckets = (const uint32_t *)(hash->bloom + header->bloom_size);
	hash->chains = hash->buckets + hash->bucket_count;
}

struct object *loader_object(void)
{
	static struct {
		struct object object;
		struct elf_segment segments[2];
	} loader;
	struct object *object = &loader.object;

	object->name = LOADER_SONAME;
	object->map.l_name = (char *)object->name;
	object->map.l_addr = (uintptr_t)&__ehdr_start;
	object->map.l_ld = _DYNAMIC;
	describe_image(&object->image, loader.segments);
	describe_symbols(&object->dynamic);
	object->dynamic.soname = object->name;
	object->phdr = (const Elf64_Phdr *)(&__ehdr_start + 1);
	object->phnum = __ehdr_start.e_phnum;
	object->stays = object->relocated = object->constructed = true;
	return object;
}
