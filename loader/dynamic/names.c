/*
 * loader/dynamic/names.c - which loaded object a name of DT_NEEDED means
 *
 * Three names are the loader's: those of its file, and that of the one whose
 * place it takes.
 */
#include <string.h>

#include "loader/dynamic/memory.h"
#include "loader/dynamic/names.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/program.h"
#include "loader/dynamic/symbol.h"
#include "loader/dynamic/table.h"

static struct table names;

/* It comes after what was loaded when it was needed first. */
static struct object *need_loader(bool as_library)
{
	struct object *loader = process.loader;

	if (!loader->map.l_prev) {
		loader->asked = as_library ? loader->name : NULL;
		object_append(loader);
	}
	return loader;
}

struct object *find_loaded(const char *name)
{
	bool is_library = same_name(name, LOADER_SONAME);
	const struct table_entry *entry;

	if (is_library || same_name(name, "ld-premain.so.1") ||
	    same_name(name, "ld-linux-x86-64.so.2"))
		return need_loader(is_library);
	if (!names.used)
		return NULL;
	entry = table_find(&names, name, gnu_hash(name));
	return entry ? entry->object : NULL;
}

static bool add(struct object *object, const char *name, bool is_copy)
{
	uint32_t hash = gnu_hash(name);
	struct table_entry *entry = table_find(&names, name, hash);

	if (entry)
		return true;
	if (is_copy)
		name = copy_text(name, strlen(name));
	entry = name ? table_add(&names, name, hash) : NULL;
	if (!entry)
		return false;
	entry->object = object;
	entry->is_copy = is_copy;
	return true;
}

bool name_object(struct object *object, const char *asked)
{
	const char *soname = object->dynamic.soname;

	if (soname && !add(object, soname, false))
		return false;
	return (soname && !strcmp(soname, asked)) || add(object, asked, true);
}

void forget_names(const struct object *object)
{
	table_forget(&names, object);
}
