/*
 * loader/dynamic/search.c - finding the file of a library
 */
#include <linux/fcntl.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/search.h"

bool object_is_called(const struct object *object, const char *name)
{
	const char *base = strrchr(object->name, '/');

	if (object->dynamic.soname && !strcmp(object->dynamic.soname, name))
		return true;
	return !strcmp(object->name, name) || (base && !strcmp(base + 1, name));
}

/*
 * The loader has two names: its own, and that of the one whose place it takes.
 */
static bool means_loader(const char *name)
{
	return !strcmp(name, "ld-premain.so.1") ||
	       !strcmp(name, "ld-linux-x86-64.so.2");
}

static struct object *find_loaded(const char *name)
{
	struct object *object = process.program;

	if (means_loader(name))
		return process.loader;
	while (object && !object_is_called(object, name))
		object = next_object(object);
	return object;
}

static struct object *open_path(const char *path, struct object *asking)
{
	struct object *object;
	long fd = sys_open(path, O_RDONLY | O_CLOEXEC, 0);

	if (fd < 0)
		return NULL;
	object = object_load((int)fd, path);
	sys_close((int)fd);
	if (!object)
		fail_start();
	if (!object->parent)
		object->parent = asking;
	return object;
}

static struct object *open_in(const char *folder, size_t length,
			      const char *name, struct object *asking)
{
	char path[ELF_PATH_MAX];
	size_t size = strlen(name) + 1;

	if (length + 1 + size > sizeof path)
		return NULL;
	memcpy(path, folder, length);
	path[length] = '/';
	memcpy(path + length + 1, name, size);
	return open_path(path, asking);
}

static struct object *open_in_list(const char *list, const char *name,
				   struct object *asking)
{
	while (list && *list) {
		size_t length = strcspn(list, ":;");
		struct object *object = open_in(list, length, name, asking);

		if (object)
			return object;
		list += length + (list[length] != '\0');
	}
	return NULL;
}

struct object *search(const char *name, struct object *asking)
{
	struct object *object = find_loaded(name);

	if (!object && strchr(name, '/'))
		object = open_path(name, asking);
	else if (!object)
		object = open_in_list(process.library_path, name, asking);
	if (!object && process.folder)
		object = open_in(process.folder, strlen(process.folder), name,
				 asking);
	if (!object)
		fail(asking->name, ": ", name, " is not found", NULL);
	return object;
}
