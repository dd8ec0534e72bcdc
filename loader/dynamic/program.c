/*
 * loader/dynamic/program.c - the program, mapped by the kernel or by us
 */
#include <linux/fcntl.h>
#include <string.h>

#include <premain/syscalls.h>

#include "crt/linker.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/program.h"

static struct elf_headers headers;

/* The kernel has read the file header; what of it matters is in the auxv. */
static void imagine_header(uint64_t base, uint64_t count)
{
	headers.header = (Elf64_Ehdr){
		.e_ident = { ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64,
			     ELFDATA2LSB, EV_CURRENT },
		.e_type = base ? ET_DYN : ET_EXEC,
		.e_machine = EM_X86_64,
		.e_version = EV_CURRENT,
		.e_entry = auxv_value(AT_ENTRY) - base,
		.e_phoff = sizeof headers.header,
		.e_phentsize = sizeof headers.table[0],
		.e_phnum = (Elf64_Half)count
	};
	headers.fd = -1;
	headers.size = UINT64_MAX;
}

/* Where the kernel has put it: PT_PHDR says where it should be. */
static uint64_t find_base(const Elf64_Phdr *table, uint64_t count)
{
	for (uint64_t i = 0; i < count; i++)
		if (table[i].p_type == PT_PHDR)
			return (uintptr_t)table - table[i].p_vaddr;
	return 0;
}

struct object *program_of_kernel(void)
{
	const Elf64_Phdr *table = (const Elf64_Phdr *)auxv_value(AT_PHDR);
	uint64_t count = auxv_value(AT_PHNUM);
	struct complaint complaint = { .object = process.argv[0] };
	struct elf_image image;
	struct object *object;

	if (!complaint.object)
		complaint.object = "(the program)";
	if (!table || count > ELF_HEADERS_MAX) {
		fail(complaint.object, ": the kernel has not said where its "
		     "program headers are", NULL);
		return NULL;
	}
	imagine_header(find_base(table, count), count);
	memcpy(headers.table, table, count * sizeof *table);
	if (!elf_check_headers(&headers, &complaint)) {
		fail_by(&complaint);
		return NULL;
	}
	elf_image_of(&headers, find_base(table, count), &image);
	object = object_new(&headers, &image, complaint.object);
	if (object) {
		object->map.l_name = (char *)"";
		object->phdr = table;
	}
	return object;
}

static void set_auxv(uint64_t type, uint64_t value)
{
	for (struct auxv_entry *entry = process.auxv;
	     entry->a_type != AT_NULL; entry++)
		if (entry->a_type == type)
			entry->a_val = value;
}

static bool open_program(const char *path, struct complaint *complaint)
{
	long fd = sys_open(path, O_RDONLY | O_CLOEXEC, 0);

	if (fd < 0)
		return complain_call(complaint, "open", fd);
	return elf_read_headers((int)fd, &headers, complaint);
}

struct object *program_of_file(const char *path)
{
	struct complaint complaint = { .object = path };
	struct elf_image image;
	struct object *object;

	if (!open_program(path, &complaint) ||
	    !elf_map(&headers, &image, &complaint)) {
		fail_by(&complaint);
		return NULL;
	}
	sys_close(headers.fd);
	object = object_new(&headers, &image, path);
	if (!object)
		return NULL;
	if (!object->entry) {
		fail(path, ": e_entry lies outside every executable segment",
		     NULL);
		return NULL;
	}
	object->map.l_name = (char *)"";
	set_auxv(AT_PHDR, (uintptr_t)object->phdr);
	set_auxv(AT_PHNUM, object->phnum);
	set_auxv(AT_ENTRY, object->entry);
	set_auxv(AT_BASE, image_base());
	set_auxv(AT_EXECFN, (uintptr_t)path);
	return object;
}

struct object *loader_object(void)
{
	struct complaint complaint = { .object = "ld-premain.so.1" };
	struct elf_image image;

	memcpy(&headers.header, &__ehdr_start, sizeof __ehdr_start);
	memcpy(headers.table, &__ehdr_start + 1,
	       __ehdr_start.e_phnum * sizeof headers.table[0]);
	headers.fd = -1;
	headers.size = UINT64_MAX;
	if (!elf_check_headers(&headers, &complaint)) {
		fail_by(&complaint);
		return NULL;
	}
	elf_image_of(&headers, image_base(), &image);
	return object_new(&headers, &image, complaint.object);
}
