/*
 * loader/dynamic/stand_in.c - the runtime answers for glibc's libraries
 *
 * Their names mean libpremain_posix.so.1, which brings libpremain.so.1, in a
 * process of this loader: it could not start glibc, and there must be one C
 * library only. Where a program that was
 * made for glibc is only listed, they mean the files that glibc would load.
 */
#include <string.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/stand_in.h"
#include "loader/dynamic/symbol.h"

const char *stand_in_name(const char *name)
{
	static const char others[][13] = {
		"c.so.6", "m.so.6", "dl.so.2", "pthread.so.0", "rt.so.1",
		"util.so.1"
	};

	if (name[0] != 'l' || name[1] != 'i' || name[2] != 'b' ||
	    (process.foreign && process.list && !process.stand_in))
		return name;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (name[3] == others[i][0] &&
		    !strcmp(name + 3, others[i]))
			return "libpremain_posix.so.1";
	return name;
}

static void append(char *names, const char *name)
{
	size_t length = strlen(names);

	if (!name || length + strlen(name) + 2 > FAILURE_MAX / 2)
		return;
	names[length] = ' ';
	strcpy(names + length + 1, name);
}

/*
 * Adds the names that an object asks for in vain, once each: an object names
 * a symbol once, and another version of it next to the first.
 */
static void check_object(const struct object *object, char *names)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	struct definition definition;

	for (uint32_t i = 1; i < dynamic->symbol_count; i++) {
		const Elf64_Sym *symbol = dynamic->symbols + i;

		if (symbol->st_shndx == SHN_UNDEF &&
		    ELF64_ST_BIND(symbol->st_info) == STB_GLOBAL &&
		    !find_symbol(object, i, ASKS_CALL, &definition))
			append(names, elf_string(dynamic, symbol->st_name));
	}
}

bool check_stand_in(void)
{
	char names[FAILURE_MAX / 2] = "";

	for (struct object *object = process.program; object;
	     object = next_object(object)) {
		check_object(object, names);
		if (*names)
			return fail(object->name, ": libpremain.so.1 has not:",
				    names, NULL);
	}
	return true;
}
