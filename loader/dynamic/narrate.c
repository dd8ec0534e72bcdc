/*
 * loader/dynamic/narrate.c - the narration is an object that nobody else sees
 *
 * It is mapped and moved like any other, but it is not in the list: what is
 * told of is the same with it and without.
 */
#include <string.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/files.h"
#include "loader/dynamic/narrate.h"
#include "loader/dynamic/program.h"
#include "loader/dynamic/relocate.h"

narrator *teller;

/* Loaded like a library, it is the last of the list: and taken out again. */
static struct object *load_narration(const char *path)
{
	long fd = open_file(path, 0);
	struct object *object;

	if (fd < 0) {
		fail_open(path, fd);
		return NULL;
	}
	object = object_load((int)fd, path);
	close_later(fd);
	if (!object)
		return NULL;
	process.last = (struct object *)object->map.l_prev;
	process.last->map.l_next = NULL;
	process.adds--;
	return object->entry && relocate(object) ? object : NULL;
}

static void start_narration(size_t length)
{
	static const char name[] = "/ld-premain-explain.so.1";
	static struct narration_services services;
	char path[length + sizeof name];
	struct object *object;

	memcpy(path, process.path, length);
	memcpy(path + length, name, sizeof name);
	object = load_narration(path);
	if (!object) {
		fail_warning();
		return;
	}
	services.process = &process;
	services.rule_name = rule_name;
	services.find_in_object = find_in_object;
	services.find_symbol = find_symbol;
	services.gnu_hash = gnu_hash;
	services.fail = fail;
	services.failure = failure;
	teller = ((narration *)object->entry)(&services);
}

void narrate(void)
{
	if ((process.narrate || process.list || process.foreign) &&
	    !process.secure && loader_folder())
		start_narration(loader_folder());
}
