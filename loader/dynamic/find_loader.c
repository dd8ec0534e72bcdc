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

/* The program's PT_INTERP, whose headers were read last: a path, or NULL. */
static const char *interpreter_of(const struct object *program, size_t *length)
{
	const Elf64_Phdr *header = last_headers.interpreter;
	const char *path;

	if (!header)
		return NULL;
	*length = header->p_filesz - 1;
	path = elf_find(&program->image, header->p_vaddr, header->p_filesz,
			PF_R);
	return path && !path[*length] ? path : NULL;
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
	size_t length = 0;
	const char *path = interpreter_of(process.program, &length);

	process.interpreter = path;
	process.foreign = process.direct &&
		(path ? !is_ours(path) : process.list);
	if (process.direct) {
		path = own_path();
		length = path ? strlen(path) : 0;
	}
	process.path = path;
	process.path_length = length;
}

size_t loader_folder(void)
{
	const char *path = process.path;
	size_t length = process.path_length;

	if (!path || length >= ELF_PATH_MAX ||
	    (process.secure && *path != '/'))
		return 0;
	while (length && path[length] != '/')
		length--;
	return length;
}
