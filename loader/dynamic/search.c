/*
 * loader/dynamic/search.c - finding the file of a library
 */
#include <linux/fcntl.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/names.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/search.h"

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

	if (object)
		return object;
	if (strchr(name, '/'))
		object = open_path(name, asking);
	else
		object = open_in_list(process.library_path, name, asking);
	if (!object && process.folder)
		object = open_in(process.folder, strlen(process.folder), name,
				 asking);
	if (!object)
		fail(asking->name, ": ", name, " is not found", NULL);
	return object && name_object(object, name) ? object : NULL;
}
