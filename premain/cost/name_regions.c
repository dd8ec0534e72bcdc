/*
 * premain/cost/name_regions.c
 *
 * Whose memory a mapping is: that of the file that is mapped; of the file
 * before it, where its program headers want zeros behind their bytes; or what
 * the kernel calls it. Nobody says whose other anonymous memory is.
 * Source: proc(5); getauxval(3), AT_ENTRY; gABI chapter 5, p_memsz.
 */
#include "premain/cost/run.h"
#include "premain/run/run.h"

#include <elf.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PAGE = 4096, SEGMENTS = 64 };

static bool read_memory(int memory, void *to, size_t length, uint64_t address)
{
	return pread(memory, to, length, (off_t)address) == (ssize_t)length;
}

/* Where the object ends that begins there; 0: that is none. */
static uint64_t find_end(int memory, uint64_t start)
{
	Elf64_Phdr segments[SEGMENTS];
	Elf64_Ehdr header;
	uint64_t first = ~0ULL, end = 0;

	if (!read_memory(memory, &header, sizeof header, start) ||
	    memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 ||
	    header.e_phnum > SEGMENTS ||
	    header.e_phentsize != sizeof segments[0] ||
	    !read_memory(memory, segments,
			 header.e_phnum * sizeof segments[0],
			 start + header.e_phoff))
		return 0;
	for (size_t i = 0; i < header.e_phnum; i++) {
		const Elf64_Phdr *segment = &segments[i];

		if (segment->p_type != PT_LOAD)
			continue;
		if (segment->p_vaddr < first)
			first = segment->p_vaddr & -(uint64_t)PAGE;
		if (segment->p_vaddr + segment->p_memsz > end)
			end = segment->p_vaddr + segment->p_memsz;
	}
	return end > first ? start + (end - first) : 0;
}

/* The file that the program is, whatever its name: owners of two programs
 * are compared by theirs. */
static const char *find_program(const struct cost_run *run)
{
	uint64_t entry = read_auxv(run->task, AT_ENTRY);

	for (size_t i = 0; i < run->count; i++) {
		const struct proc_range *range = &run->regions[i].range;

		if (entry >= range->start && entry < range->end &&
		    *range->path)
			return range->path;
	}
	return "";
}

void name_regions(struct cost_run *run)
{
	const char *program = find_program(run), *owner = "";
	uint64_t end = 0, object = 0;	/* of the object at hand */
	char path[64];
	int memory;

	snprintf(path, sizeof path, "/proc/%d/mem", run->task);
	memory = open(path, O_RDONLY | O_CLOEXEC);
	for (size_t i = 0; i < run->count; i++) {
		struct region_cost *region = &run->regions[i];
		const struct proc_range *range = &region->range;

		if (*range->path == '/' && range->offset == 0)
			object = find_end(memory, range->start);
		if (*range->path)
			owner = strcmp(range->path, program) == 0 ?
				"program" : range->path;
		region->owner = *range->path || (range->start == end &&
						 range->start < object) ?
				owner : "(anonymous)";
		end = range->end;
	}
	if (memory >= 0)
		close(memory);
}
