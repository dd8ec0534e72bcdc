/*
 * loader/dynamic/list.c - --list, and LD_TRACE_LOADED_OBJECTS
 *
 *	libfoo.so.1 => /usr/lib/libfoo.so.1 (0x00007f0123456000)
 *
 * Scripts read this: every line is as glibc's ldd has it, and where in the
 * order the loader stands, too: behind what was loaded when it was needed.
 * Source: ldd(1), ld.so(8).
 */
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/list.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/names.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/program.h"

struct object *list_missing(const char *name)
{
	struct object *object = allocate(sizeof *object);

	if (!object)
		return NULL;
	object->asked = copy_text(name, strlen(name));
	object->name = object->asked;
	object->map.l_name = (char *)object->asked;
	if (!object->asked || !name_object(object, object->asked))
		return NULL;
	object_append(object);
	return object;
}

static void put(const char *text)
{
	sys_write(1, text, strlen(text));
}

static void put_line(const char *name, const char *path, uintptr_t address)
{
	char end[] = " (0x0000000000000000)";

	for (char *digit = end + sizeof end - 3; address; address >>= 4)
		*digit-- = "0123456789abcdef"[address & 15];
	fail(name, path ? " => " : "", path ? path : "", end, NULL);
	put("\t");
	put(failure);	/* no name of a file begins a line of its own */
	put("\n");
}

static void put_loader(void)
{
	put_line(process.interpreter ? process.interpreter :
		 process.loader->map.l_name, NULL,
		 process.loader->image.start);
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

/* The last object that is loaded when the loader is needed first. */
static const struct object *before_loader(void)
{
	struct object *object = process.program;
	const struct object *last = object;

	for (; object; object = next_object(object))
		for (uint32_t i = 0; i < object->needed_count; i++) {
			struct object *needed = object->needed[i];

			if (needed == process.loader)
				return last;
			if (!needed->visited)
				last = needed;
			needed->visited = true;
		}
	return NULL;
}

static void put_all(void)
{
	uint64_t vdso = auxv_value(AT_SYSINFO_EHDR);
	const struct object *object, *before = before_loader();

	if (vdso)
		put_line("linux-vdso.so.1", NULL, vdso);
	for (object = process.program; object; object = next_object(object)) {
		if (object != process.program && object != process.loader &&
		    object->map.l_addr != vdso)
			put_object(object);
		if (object == before)
			put_loader();
	}
	if (!before)
		put_loader();
}

_Noreturn void list_objects(void)
{
	if (is_static(process.program))
		put("\tstatically linked\n");
	else
		put_all();
	for (;;)
		sys_exit_group(0);
}
