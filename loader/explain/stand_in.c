/*
 * loader/explain/stand_in.c - what a program made for glibc asks for in vain
 *
 * All of it is named at once, before the program runs.
 */
#include <string.h>

#include "loader/explain/explain.h"

static void append(char *names, size_t size, const char *name)
{
	size_t length = strlen(names);

	if (!name || length + strlen(name) + 2 > size)
		return;
	names[length] = ' ';
	strcpy(names + length + 1, name);
}

/*
 * Adds the names that an object asks for in vain, once each: an object names
 * a symbol once, and another version of it next to the first.
 */
static void check_object(const struct object *object, char *names, size_t size)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	struct definition definition;

	for (uint32_t i = 1; i < dynamic->symbol_count; i++) {
		const Elf64_Sym *symbol = dynamic->symbols + i;

		if (symbol->st_shndx == SHN_UNDEF &&
		    ELF64_ST_BIND(symbol->st_info) == STB_GLOBAL &&
		    !services->find_symbol(object, i, ASKS_CALL, &definition))
			append(names, size,
			       elf_string(dynamic, symbol->st_name));
	}
}

bool check_stand_in(const struct object *object)
{
	char names[512] = "";

	for (; object; object = next_object(object)) {
		check_object(object, names, sizeof names);
		if (*names)
			return services->fail(object->name, ": libpremain.so.1"
					      " has not:", names, NULL);
	}
	return true;
}
