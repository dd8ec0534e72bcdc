/*
 * tests/elf/check.c - an object is read as a loader would, and believed
 *
 * What a checked struct promises is used here without a check of its own: every
 * bucket is walked, every name and version read, every target touched. Where a
 * promise does not hold, this program dies of it.
 */
#include "tests/elf/check.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "loader/elf/dynamic.h"

struct object {
	struct elf_headers headers;
	struct elf_image image;
	struct elf_dynamic dynamic;
	struct complaint complaint;
	unsigned long found;		/* symbols that a hash table reaches */
	unsigned long sum;		/* so that no read is left out */
};

static void read_string(struct object *object, const char *string)
{
	if (string)
		object->sum += strlen(string);
}

/* As a look-up goes through a chain: by the low bit, and by nothing else. */
static void walk_gnu_hash(struct object *object)
{
	const struct elf_gnu_hash *hash = &object->dynamic.gnu_hash;
	const Elf64_Sym *symbol;
	uint32_t i, at;

	if (hash->bucket_count == 0)
		return;
	for (i = 0; i <= hash->bloom_mask; i++)
		object->sum += hash->bloom[i] >> hash->bloom_shift;
	for (i = 0; i < hash->bucket_count; i++) {
		at = hash->buckets[i];
		if (at == 0)
			continue;
		do {
			symbol = &object->dynamic.symbols[at];
			read_string(object, elf_string(&object->dynamic,
						       symbol->st_name));
			if (object->dynamic.versym)
				object->sum += object->dynamic.versym[at];
			object->found++;
		} while (!(hash->chains[at++ - hash->first_symbol] & 1));
	}
}

static void walk_hash(struct object *object)
{
	const struct elf_hash *hash = &object->dynamic.hash;
	uint32_t i, at;

	for (i = 0; i < hash->bucket_count; i++)
		for (at = hash->buckets[i]; at; at = hash->chains[at]) {
			object->sum += object->dynamic.symbols[at].st_info;
			object->found++;
		}
}

static void walk_symbols(struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	uint32_t i;

	for (i = 0; i < dynamic->symbol_count; i++) {
		read_string(object, elf_string(dynamic,
					       dynamic->symbols[i].st_name));
		if (dynamic->versym)
			object->sum += dynamic->versym[i];
	}
}

static void walk_versions(struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	const char *at = (const char *)dynamic->verneed;
	uint32_t i, k;

	for (i = 0; i < dynamic->verneed_count; i++) {
		const Elf64_Verneed *file = (const void *)at;
		const char *aux = at + file->vn_aux;

		read_string(object, dynamic->strings + file->vn_file);
		for (k = 0; k < file->vn_cnt; k++) {
			const Elf64_Vernaux *need = (const void *)aux;

			read_string(object, dynamic->strings + need->vna_name);
			aux += need->vna_next;
		}
		at += file->vn_next;
	}
	at = (const char *)dynamic->verdef;
	for (i = 0; i < dynamic->verdef_count; i++) {
		const Elf64_Verdef *version = (const void *)at;
		const Elf64_Verdaux *name =
			(const void *)(at + version->vd_aux);

		read_string(object, dynamic->strings + name->vda_name);
		at += version->vd_next;
	}
}

/* Each target is read and written back, before and after. */
static void touch(struct object *object, const Elf64_Rela *rela,
		  uint64_t count)
{
	for (; count; count--, rela++) {
		uint64_t type = ELF64_R_TYPE(rela->r_info);
		volatile unsigned char *at;

		if (type == R_X86_64_NONE)
			continue;
		at = (unsigned char *)object->image.base + rela->r_offset;
		*at = (unsigned char)(*at + 1);
		*at = (unsigned char)(*at - 1);
		if (type == R_X86_64_RELATIVE || type == R_X86_64_64)
			at[7] = at[7];
	}
}

static void touch_relr(struct object *object)
{
	const Elf64_Relr *relr = object->dynamic.relr;
	uint64_t i, bits, next = 0;

	for (i = 0; i < object->dynamic.relr_count; i++) {
		volatile uint64_t *at = (uint64_t *)(object->image.base + next);

		if (!(relr[i] & 1)) {
			at = (uint64_t *)(object->image.base + relr[i]);
			*at = *at;
			next = relr[i] + 8;
			continue;
		}
		for (bits = relr[i] >> 1; bits; bits >>= 1, at++)
			if (bits & 1)
				*at = *at;
		next += 63 * 8;
	}
}

static void read_lists(struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	const Elf64_Dyn *needed = dynamic->table;
	uint64_t i;

	for (; needed && (needed = elf_next_needed(needed)); needed++)
		read_string(object, dynamic->strings + needed->d_un.d_val);
	read_string(object, dynamic->soname);
	read_string(object, dynamic->rpath);
	read_string(object, dynamic->runpath);
	for (i = 0; i < dynamic->preinit_count; i++)
		object->sum += dynamic->preinit_array[i];
	for (i = 0; i < dynamic->init_count; i++)
		object->sum += dynamic->init_array[i];
	for (i = 0; i < dynamic->fini_count; i++)
		object->sum += dynamic->fini_array[i];
	if (dynamic->pltgot)
		dynamic->pltgot[2] = dynamic->pltgot[1];
	if (dynamic->debug)
		dynamic->debug->d_un.d_val = 0;
}

static void believe(struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;

	walk_gnu_hash(object);
	walk_hash(object);
	walk_symbols(object);
	walk_versions(object);
	read_lists(object);
	touch(object, dynamic->rela, dynamic->rela_count);
	touch(object, dynamic->jmprel, dynamic->jmprel_count);
	touch_relr(object);
}

static void summarize(const struct object *object, const char *name,
		      char *line, size_t size)
{
	const struct elf_headers *headers = &object->headers;
	const struct elf_dynamic *dynamic = &object->dynamic;

	snprintf(line, size, "%s: %s, %u segments in 0x%zx%s%s; "
		 "%u needed, %lu symbols by hash, %u versions, "
		 "%lu rela (%lu relative), %lu plt, %lu relr, %lu+%lu+%lu "
		 "functions%s%s%s", name,
		 headers->header.e_type == ET_EXEC ? "ET_EXEC" : "ET_DYN",
		 headers->segment_count, object->image.span,
		 headers->writable_code ? ", writable code" : "",
		 headers->tls ? ", TLS" : "", dynamic->needed_count,
		 object->found, dynamic->version_count,
		 (unsigned long)dynamic->rela_count,
		 (unsigned long)dynamic->relative_count,
		 (unsigned long)dynamic->jmprel_count,
		 (unsigned long)dynamic->relr_count,
		 (unsigned long)dynamic->preinit_count,
		 (unsigned long)dynamic->init_count,
		 (unsigned long)dynamic->fini_count,
		 dynamic->pltgot ? ", lazy" : "", dynamic->debug ? ", debug" :
		 "", dynamic->flags & DF_TEXTREL ? ", text relocations" : "");
}

/* Alignment is nothing that a struct says: it is looked at here. */
static bool well_placed(const struct object *object)
{
	return object->headers.header.e_type == ET_EXEC ||
	       object->image.base % object->headers.align == 0;
}

static struct object object;
static Elf64_Phdr table[ELF_HEADERS_MAX];
bool check_memory;

/* Where the memory of a segment is not what the file says; NULL: nowhere. */
static const char *compare(const struct object *object, int fd,
			   const struct elf_segment *segment)
{
	const Elf64_Phdr *load = &object->headers.table[segment->number];
	const char *memory = (const char *)object->image.base + segment->start;
	const char *end = (const char *)object->image.base +
			  page_up(segment->end);
	uint64_t done = 0;
	char buffer[4096];

	if (!(load->p_flags & PF_R))
		return NULL;
	while (done < load->p_filesz) {
		uint64_t left = load->p_filesz - done;
		ssize_t got = pread(fd, buffer,
				    left < sizeof buffer ? left : sizeof buffer,
				    (off_t)(load->p_offset + done));

		if (got <= 0 || memcmp(buffer, memory + done, (size_t)got))
			return "differs from the file";
		done += (uint64_t)got;
	}
	if (load->p_memsz > load->p_filesz)
		for (memory += load->p_filesz; memory < end; memory++)
			if (*memory)
				return "is not zero behind the file part";
	return NULL;
}

/* Before a relocation has been near it. */
static void show_memory(const struct object *object, int fd)
{
	const struct elf_image *image = &object->image;
	unsigned int i;

	for (i = 0; i < image->segment_count; i++) {
		const char *wrong = compare(object, fd, &image->segments[i]);

		if (wrong)
			printf("segment %u %s\n", i, wrong);
	}
	read_maps(image->start, image->span);
}

static bool check_tables(void)
{
	const struct elf_dynamic *dynamic = &object.dynamic;
	struct complaint *complaint = &object.complaint;
	const struct elf_image *image = &object.image;

	return elf_read_dynamic(image, object.headers.dynamic, &object.dynamic,
				complaint) &&
	       elf_check_relr(image, dynamic, complaint) &&
	       elf_check_rela(image, dynamic, dynamic->rela,
			      dynamic->rela_count, complaint) &&
	       elf_check_rela(image, dynamic, dynamic->jmprel,
			      dynamic->jmprel_count, complaint);
}

bool check_mapped(const void *header, const char *name, char *line,
		  size_t size)
{
	struct elf_headers *headers = &object.headers;

	memset(&object, 0, sizeof object);
	object.complaint.object = name;
	memcpy(&headers->header, header, sizeof headers->header);
	memcpy(table, (const char *)header + sizeof headers->header,
	       sizeof table);
	headers->table = table;
	headers->fd = -1;
	headers->size = UINT64_MAX;
	if (!elf_check_headers(headers, &object.complaint))
		goto refuse;
	elf_image_of(headers, (uintptr_t)header - headers->segments[0].start,
		     &object.image);
	if (!check_tables())
		goto refuse;
	believe(&object);
	summarize(&object, name, line, size);
	return true;
refuse:
	complaint_write(&object.complaint, line, size);
	return false;
}

bool check_file(int fd, const char *name, char *line, size_t size)
{
	struct complaint *complaint = &object.complaint;
	const struct elf_image *image = &object.image;

	memset(&object, 0, sizeof object);
	object.headers.copy = table;
	complaint->object = name;
	if (!elf_examine(fd, &object.headers, complaint) ||
	    !elf_read_headers(&object.headers, complaint) ||
	    !elf_map(&object.headers, &object.image, complaint))
		goto refuse;
	if (check_memory)
		show_memory(&object, fd);
	if (!check_tables())
		goto unmap;
	believe(&object);
	if (!well_placed(&object)) {
		complain(complaint, "the base", AS_HEX, image->base,
			 "is not aligned (a defect of the loader)");
		goto unmap;
	}
	summarize(&object, name, line, size);
	if (elf_unmap(image) == 0)
		return true;
	snprintf(line, size, "%s: munmap failed", name);
	return false;
unmap:
	elf_unmap(image);
refuse:
	complaint_write(complaint, line, size);
	return false;
}
