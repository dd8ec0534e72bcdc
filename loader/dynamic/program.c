/*
 * loader/dynamic/program.c - the program, mapped by the kernel or by us
 */
#include <linux/fcntl.h>
#include <string.h>

#include <premain/syscalls.h>

#include "crt/linker.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/program.h"

/* The kernel has read the file header; what of it matters is in the auxv. */
static void imagine_header(uint64_t base, uint64_t count)
{
	Elf64_Ehdr *header = &last_headers.header;

	header->e_type = base ? ET_DYN : ET_EXEC;
	header->e_entry = auxv_value(AT_ENTRY) - base;
	header->e_phoff = sizeof *header;
	header->e_phnum = (Elf64_Half)count;
	last_headers.fd = -1;
	last_headers.size = UINT64_MAX;
}

/* The file header, if it is in memory and the program headers follow it. */
static const Elf64_Ehdr *header_before(const Elf64_Phdr *table)
{
	const Elf64_Ehdr *header = (const Elf64_Ehdr *)table - 1;

	return (uintptr_t)table % ELF_PAGE >= sizeof *header &&
	       !memcmp(header->e_ident, ELFMAG, SELFMAG) ? header : NULL;
}

/*
 * Where the kernel has put it: PT_PHDR says where the table should be. Without
 * one, the segment that the file begins with says it of the file header.
 */
static uint64_t find_base(const Elf64_Phdr *table, uint64_t count)
{
	const Elf64_Ehdr *header;

	for (uint64_t i = 0; i < count; i++)
		if (table[i].p_type == PT_PHDR)
			return (uintptr_t)table - table[i].p_vaddr;
	header = header_before(table);
	for (uint64_t i = 0; header && i < count; i++)
		if (table[i].p_type == PT_LOAD && table[i].p_offset == 0)
			return (uintptr_t)header - table[i].p_vaddr;
	return 0;
}

struct object *program_of_kernel(void)
{
	const Elf64_Phdr *table = (const Elf64_Phdr *)auxv_value(AT_PHDR);
	uint64_t count = auxv_value(AT_PHNUM), base;
	struct complaint complaint;
	struct elf_image image;
	struct object *object;
	void *dynamic;

	complaint.object = process.argv[0] ? process.argv[0] : "(the program)";
	if (!table || count > ELF_HEADERS_MAX) {
		fail(complaint.object, ": AT_PHDR is missing", NULL);
		return NULL;
	}
	base = find_base(table, count);
	imagine_header(base, count);
	last_headers.table = table;
	if (!elf_check_program_headers(&last_headers, &complaint)) {
		fail_by(&complaint);
		return NULL;
	}
	elf_image_of(&last_headers, base, &image);
	dynamic = last_headers.dynamic ?
		elf_find(&image, last_headers.dynamic->p_vaddr, 1, PF_W) : NULL;
	if (dynamic)
		touch(dynamic);
	object = object_new(&last_headers, &image, complaint.object);
	if (object) {
		object->map.l_name = (char *)"";
		object->phdr = table;
	}
	return object;
}

static bool open_program(const char *path, struct complaint *complaint)
{
	long fd = sys_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

	last_headers.fd = (int)fd;
	if (fd < 0)
		return complain_call(complaint, "open", fd);
	return elf_examine((int)fd, &last_headers, complaint) &&
	       elf_read_headers(&last_headers, complaint);
}

bool is_static(const struct object *program)
{
	return !program->dynamic.table ||
	       (program->dynamic.flags_1 & DF_1_PIE && !process.interpreter &&
		!program->dynamic.needed_count);
}

static bool is_script(int fd)
{
	char start[2];

	return sys_pread64(fd, start, 2, 0) == 2 &&
	       start[0] == '#' && start[1] == '!';
}

/*
 * The memory and the auxv are as if the kernel had loaded it; /proc/self/exe
 * goes on being the loader's file: to change that takes a privilege
 * (CAP_CHECKPOINT_RESTORE, prctl(2), PR_SET_MM_EXE_FILE).
 */
struct object *program_of_file(const char *path)
{
	struct complaint complaint;
	struct elf_image image;
	struct object *object;

	complaint.object = path;
	complaint.table = NULL;
	process.path = (const char *)auxv_value(AT_EXECFN);
	if (!open_program(path, &complaint) ||
	    !elf_map(&last_headers, &image, &complaint)) {
		fail_by(&complaint);
		if (is_script(last_headers.fd))
			fail(path, ": is a script: run it by itself", NULL);
		return NULL;
	}
	sys_close(last_headers.fd);
	object = object_new(&last_headers, &image, path);
	if (!object)
		return NULL;
	object->map.l_name = (char *)"";
	set_auxv(AT_PHDR, (uintptr_t)object->phdr);
	set_auxv(AT_PHNUM, object->phnum);
	set_auxv(AT_ENTRY, object->entry);
	set_auxv(AT_BASE, image_base());
	set_auxv(AT_EXECFN, (uintptr_t)path);
	return object;
}
