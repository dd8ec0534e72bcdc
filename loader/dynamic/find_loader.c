/*
 * loader/dynamic/find_loader.c - where the loader itself lies
 *
 * Its folder has the runtime's libraries too. The kernel has found it by the
 * program's PT_INTERP; or it has been run by itself, and asks the kernel.
 * Source: proc(5), /proc/self/exe; getauxval(3), AT_EXECFN.
 */
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/program.h"

/* The program's PT_INTERP: the kernel has read it, or elf_read_headers. */
static const char *interpreter_of(const struct object *program)
{
	const Elf64_Phdr *header = program->phdr;
	const char *path = NULL;

	for (unsigned int i = 0; i < program->phnum && !path; i++, header++)
		if (header->p_type == PT_INTERP && header->p_filesz)
			path = elf_find(&program->image, header->p_vaddr,
					header->p_filesz, PF_R);
	return path && !path[header[-1].p_filesz - 1] ? path : NULL;
}

static bool is_ours(const char *path)
{
	const char *name = strrchr(path, '/');

	return !strcmp(name ? name + 1 : path, "ld-premain.so.1");
}

/* Not the kernel may have started it: then /proc names somebody else. */
static const char *own_path(void)
{
	char path[ELF_PATH_MAX];
	long length = sys_readlink("/proc/self/exe", path, sizeof path - 1);

	path[length > 0 ? length : 0] = '\0';
	return is_ours(path) ? copy_text(path, (size_t)length) : process.path;
}

void find_loader(void)
{
	const char *path = interpreter_of(process.program), *end;

	process.interpreter = path;
	process.foreign = process.direct &&
		(path ? !is_ours(path) : process.list);
	process.path = process.direct ? own_path() : path;
	if (!process.path || (process.secure && *process.path != '/'))
		return;
	end = strrchr(process.path, '/');
	process.folder = end ? copy_text(process.path, (size_t)
					 (end - process.path)) : ".";
}
