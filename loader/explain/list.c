/*
 * loader/explain/list.c - --list, and LD_TRACE_LOADED_OBJECTS
 *
 *	libfoo.so.1 => /usr/lib/libfoo.so.1 (0x00007f0123456000)
 *
 * Scripts read this: every line is as glibc's ldd has it. The loader is a
 * library where it is needed as one, and a line without a name elsewhere.
 * Source: ldd(1), ld.so(8).
 */
#include <string.h>

#include <premain/syscalls.h>

#include "loader/explain/explain.h"

/* Who reads a list cannot see that its end is missing. */
static void put(const char *text)
{
	static const char wrong[] =
		"ld-premain.so.1: the list cannot be written\n";

	if (sys_write(1, text, strlen(text)) < 0) {
		sys_write(2, wrong, sizeof wrong - 1);
		sys_exit_group(1);
	}
}

static void put_line(const char *name, const char *path, uintptr_t address)
{
	char end[] = " (0x0000000000000000)";

	for (char *digit = end + sizeof end - 3; address; address >>= 4)
		*digit-- = "0123456789abcdef"[address & 15];
	services->fail(name, path ? " => " : "", path ? path : "", end,
		       NULL);
	put("\t");
	put(services->failure);	/* no name begins a line of its own */
	put("\n");
}

static void put_loader(const struct object *loader)
{
	const char *interpreter = services->process->interpreter;
	const char *path = loader->map.l_name;

	if (loader->asked)
		put_line(loader->asked, path, loader->image.start);
	else
		put_line(interpreter ? interpreter : path, NULL,
			 loader->image.start);
}

static void put_object(const struct object *object)
{
	if (object->phdr) {
		put_line(object->asked, strcmp(object->asked, object->name) ?
			 object->name : NULL, object->image.start);
		return;
	}
	put("\t");
	put(object->name);
	put(" => not found\n");
}

static void put_all(void)
{
	const struct process *of = services->process;
	uint64_t vdso = of->values[AT_SYSINFO_EHDR];
	const struct object *object = next_object(of->program);

	if (vdso)
		put_line("linux-vdso.so.1", NULL, vdso);
	for (; object; object = next_object(object)) {
		if (object == of->loader)
			put_loader(object);
		else if (object->map.l_addr != vdso)
			put_object(object);
	}
}

void explain_list(bool is_static)
{
	if (is_static)
		put("\tstatically linked\n");
	else
		put_all();
}
