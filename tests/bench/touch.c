/*
 * tests/bench/touch.c - the floor of a loader: maps, touches, looks nothing up
 *
 * Each library is opened and mapped as a loader does it, with one mapping
 * reserved and a segment at a time laid into it. Then each place that one of
 * its relocations names is written to, and RELRO is made read-only. No
 * symbol is looked at: no loader that gives each segment its own rights can
 * be faster than this. With `by_page` each page of the relocations and of the
 * writable segment is touched once, and that is all.
 */
#include <elf.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PAGE = 4096 };

extern const int by_page;
extern const char *const libraries[];

static unsigned long page_of(unsigned long address)
{
	return address & ~(PAGE - 1UL);
}

static int rights(unsigned int flags)
{
	return (flags & PF_R ? PROT_READ : 0) |
	       (flags & PF_W ? PROT_WRITE : 0) |
	       (flags & PF_X ? PROT_EXEC : 0);
}

static void touch_pages(volatile char *begin, unsigned long size, int write)
{
	for (unsigned long at = 0; at < size; at += PAGE)
		if (write)
			begin[at] = 0;
		else
			(void)begin[at];
}

static void touch_targets(char *base, const Elf64_Rela *rela,
			  unsigned long size)
{
	for (; size; size -= sizeof *rela, rela++)
		*(volatile unsigned long *)(base + rela->r_offset) = 0;
}

static void touch_relocations(char *base, const Elf64_Dyn *entry)
{
	unsigned long value[DT_RELR + 1] = {0};

	for (; entry->d_tag != DT_NULL; entry++)
		if (entry->d_tag > 0 && entry->d_tag <= DT_RELR)
			value[entry->d_tag] = entry->d_un.d_val;
	touch_pages(base + value[DT_RELR], value[DT_RELRSZ], 0);
	if (by_page)
		touch_pages(base + value[DT_RELA], value[DT_RELASZ], 0);
	else
		touch_targets(base, (void *)(base + value[DT_RELA]),
			      value[DT_RELASZ]);
	touch_targets(base, (void *)(base + value[DT_JMPREL]),
		      value[DT_PLTRELSZ]);
}

static void map_segment(char *base, int file, const Elf64_Phdr *header)
{
	unsigned long begin = page_of(header->p_vaddr);
	unsigned long end = header->p_vaddr + header->p_filesz;

	if (mmap(base + begin, end - begin, rights(header->p_flags),
		 MAP_PRIVATE | MAP_FIXED, file,
		 (long)page_of(header->p_offset)) == MAP_FAILED)
		_exit(1);
}

static char *map_segments(int file, const Elf64_Phdr *headers, int count)
{
	unsigned long end = 0;
	char *base;

	for (int i = 0; i < count; i++)
		if (headers[i].p_type == PT_LOAD)
			end = headers[i].p_vaddr + headers[i].p_memsz;
	base = mmap(NULL, end, rights(headers[0].p_flags), MAP_PRIVATE, file,
		    0);
	if (base == MAP_FAILED)
		_exit(1);
	for (int i = 1; i < count; i++)
		if (headers[i].p_type == PT_LOAD)
			map_segment(base, file, &headers[i]);
	return base;
}

static void load(const char *path)
{
	union {
		Elf64_Ehdr header;
		char bytes[1024];
	} head;
	const Elf64_Phdr *headers = (void *)(head.bytes + sizeof head.header);
	int file = open(path, O_RDONLY | O_CLOEXEC);
	struct stat status;
	char *base;

	if (file < 0 || read(file, &head, sizeof head) != sizeof head ||
	    fstat(file, &status) < 0)
		_exit(1);
	base = map_segments(file, headers, head.header.e_phnum);
	/* The dynamic section is read before its page is written to. */
	for (int i = 0; i < head.header.e_phnum; i++)
		if (headers[i].p_type == PT_DYNAMIC)
			touch_relocations(base,
					  (void *)(base + headers[i].p_vaddr));
	for (int i = 0; i < head.header.e_phnum; i++)
		if (by_page && headers[i].p_type == PT_LOAD &&
		    headers[i].p_flags & PF_W)
			touch_pages(base + headers[i].p_vaddr,
				    headers[i].p_filesz, 1);
	for (int i = 0; i < head.header.e_phnum; i++)
		if (headers[i].p_type == PT_GNU_RELRO)
			mprotect(base + page_of(headers[i].p_vaddr),
				 page_of(headers[i].p_vaddr +
					 headers[i].p_memsz) -
				 page_of(headers[i].p_vaddr), PROT_READ);
	close(file);
}

int main(void)
{
	for (int i = 0; libraries[i]; i++)
		load(libraries[i]);
	return 0;
}
