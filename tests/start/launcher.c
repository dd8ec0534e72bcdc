/*
 * tests/start/launcher.c - starts a program on a stack that it writes itself
 *
 *	launcher [OPTION...] PROGRAM [ARGUMENT...]
 *
 *	--no-arguments		argc is 0, not even a name
 *	--no-environment	envp is empty
 *	--no-auxv		so is the auxiliary vector
 *	--without=TYPE		it has no entry of this type (a number)
 *	--secure=VALUE		the value of AT_SECURE
 *	--misaligned		rsp is no multiple of 16
 *
 * Such stacks the kernel never makes; and no register is as it leaves it. This
 * is a static-PIE: it must not be where the program wants to be.
 */
#include <elf.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "crt/stack.h"

enum { PAGE = 4096, STACK = 1 << 20, ENTRIES = 64 };

_Noreturn void jump(const void *entry, const void *stack);

static _Noreturn void fail(const char *what)
{
	perror(what);
	exit(99);
}

static uintptr_t page(uintptr_t address)
{
	return address & -(uintptr_t)PAGE;
}

static uintptr_t page_end(uintptr_t address)
{
	return page(address + PAGE - 1);
}

static void map_at(uintptr_t start, uintptr_t end, int rights, int flags,
		   int file, uint64_t offset)
{
	void *place = (void *)start;

	if (end > start && mmap(place, end - start, rights,
				MAP_PRIVATE | MAP_FIXED | flags, file,
				(off_t)offset) != place)
		fail("mmap");
}

static void map_segment(const Elf64_Phdr *segment, uintptr_t base, int file)
{
	uintptr_t start = base + segment->p_vaddr;
	uintptr_t data_end = start + segment->p_filesz;
	uintptr_t end = start + segment->p_memsz;
	int rights = (segment->p_flags & PF_R ? PROT_READ : 0)
		| (segment->p_flags & PF_W ? PROT_WRITE : 0)
		| (segment->p_flags & PF_X ? PROT_EXEC : 0);

	if (segment->p_filesz > 0)
		map_at(page(start), page_end(data_end), rights, 0, file,
		       segment->p_offset - (start - page(start)));
	else
		data_end = page(start);
	if (end > data_end && data_end > page(data_end))
		memset((void *)data_end, 0, page_end(data_end) - data_end);
	map_at(page_end(data_end), page_end(end), rights, MAP_ANONYMOUS, -1, 0);
}

/* Maps the program; returns what must be added to its addresses. */
static uintptr_t map_program(const char *name, Elf64_Ehdr *header,
			     Elf64_Phdr *segments)
{
	int file = open(name, O_RDONLY);
	uintptr_t end = 0, base = 0;

	if (file < 0
	    || pread(file, header, sizeof *header, 0) != sizeof *header
	    || pread(file, segments, sizeof *segments * header->e_phnum,
		     (off_t)header->e_phoff) <= 0)
		fail(name);
	for (int i = 0; i < header->e_phnum; i++)
		if (segments[i].p_type == PT_LOAD)
			end = segments[i].p_vaddr + segments[i].p_memsz;
	if (header->e_type == ET_DYN) {
		void *room = mmap(NULL, end, PROT_NONE,
				  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (room == MAP_FAILED)
			fail("mmap");
		base = (uintptr_t)room;
	}
	for (int i = 0; i < header->e_phnum; i++)
		if (segments[i].p_type == PT_LOAD)
			map_segment(&segments[i], base, file);
	close(file);
	return base;
}

/* The kernel's vector, with what is different for another program. */
static void make_auxv(struct auxv_entry *made, const struct auxv_entry *own,
		      const Elf64_Ehdr *header, const Elf64_Phdr *segment,
		      uintptr_t base, char *name)
{
	while (segment->p_type != PT_LOAD)
		segment++;
	do {
		*made = *own;
		switch (made->a_type) {
		case AT_PHDR:
			made->a_val = base + segment->p_vaddr
				- segment->p_offset + header->e_phoff;
			break;
		case AT_PHNUM:
			made->a_val = header->e_phnum;
			break;
		case AT_ENTRY:
			made->a_val = base + header->e_entry;
			break;
		case AT_BASE:
			made->a_val = 0;
			break;
		case AT_EXECFN:
			made->a_val = (uintptr_t)name;
			break;
		}
	} while (made++, own++->a_type != AT_NULL);
}

static void remove_entry(struct auxv_entry *auxv, uint64_t type)
{
	struct auxv_entry *kept = auxv;

	for (;; auxv++) {
		if (auxv->a_type != type)
			*kept++ = *auxv;
		if (auxv->a_type == AT_NULL)
			return;
	}
}

static void set_entry(struct auxv_entry *auxv, uint64_t type, uint64_t value)
{
	for (; auxv->a_type != AT_NULL; auxv++)
		if (auxv->a_type == type)
			auxv->a_val = value;
}

static const char *value_of(const char *argument, const char *option)
{
	size_t length = strlen(option);

	return strncmp(argument, option, length) ? NULL : argument + length;
}

int main(int argc, char **argv, char **envp)
{
	static char *nothing[] = { NULL };
	static struct auxv_entry auxv[ENTRIES], none[1];
	static Elf64_Phdr segments[32];
	const struct auxv_entry *vector = auxv;
	char **program = argv + 1, **arguments;
	const char *value;
	size_t misaligned = 0;
	Elf64_Ehdr header;
	uintptr_t base;
	char *top;

	while (*program && !strncmp(*program, "--", 2))
		program++;
	if (argc < 2 || !*program)
		return 99;
	base = map_program(*program, &header, segments);
	make_auxv(auxv, envp_auxv(envp), &header, segments, base,
		  *program);
	arguments = program;
	for (char **option = argv + 1; option < program; option++) {
		if (!strcmp(*option, "--no-arguments"))
			arguments = nothing;
		else if (!strcmp(*option, "--no-environment"))
			envp = nothing;
		else if (!strcmp(*option, "--no-auxv"))
			vector = none;
		else if (!strcmp(*option, "--misaligned"))
			misaligned = 8;
		else if ((value = value_of(*option, "--without=")))
			remove_entry(auxv, strtoul(value, NULL, 0));
		else if ((value = value_of(*option, "--secure=")))
			set_entry(auxv, AT_SECURE, strtoul(value, NULL, 0));
		else
			return 99;
	}
	top = mmap(NULL, STACK, PROT_READ | PROT_WRITE,
		   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (top == MAP_FAILED)
		fail("mmap");
	top += STACK - PAGE;
	top -= stack_size(arguments, envp, vector);
	top = (char *)((uintptr_t)top & -16UL) - misaligned;
	stack_write((struct initial_stack *)top, arguments, envp, vector);
	jump((const void *)(base + header.e_entry), top);
}
