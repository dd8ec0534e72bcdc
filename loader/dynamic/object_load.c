/*
 * loader/dynamic/object_load.c - a library's file becomes an object
 *
 * Two names may lead to one file: device and inode say so before anything is
 * mapped.
 */
#include <string.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/names.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/program.h"

/* Objects by the inodes of their files. */
static struct object *files[16];

static struct object **file_list(uint64_t inode)
{
	return &files[inode % (sizeof files / sizeof *files)];
}

static struct object *find_file(uint64_t device, uint64_t inode)
{
	struct object *object = *file_list(inode);

	while (object && (object->inode != inode || object->device != device ||
			  object->dying))
		object = object->next_file;
	return object;
}

void object_keep_file(struct object *object)
{
	struct object **list = file_list(object->inode);

	object->next_file = *list;
	*list = object;
}

void object_forget_file(const struct object *object)
{
	struct object **list = file_list(object->inode);

	while (*list && *list != object)
		list = &(*list)->next_file;
	if (*list)
		*list = object->next_file;
}

/* A library that is linked to be a program, or the other way round. */
static bool is_library(const struct elf_headers *headers,
		       struct complaint *complaint)
{
	if (headers->header.e_type == ET_DYN && headers->dynamic)
		return true;
	elf_drop(headers);
	if (headers->header.e_type != ET_DYN)
		return complain(complaint, "e_type", AS_COUNT,
				headers->header.e_type,
				"is not 3: a program is no library");
	return complain(complaint, "PT_DYNAMIC", AS_NOTHING, 0,
			"is missing: no shared object");
}

struct object *object_load(int fd, const char *path)
{
	struct complaint complaint;
	struct elf_image image;
	struct object *object, *known = NULL;
	char *name;

	complaint.object = path;
	if (!elf_examine(fd, &last_headers, &complaint)) {
		fail_by(&complaint);
		return NULL;
	}
	object = find_file(last_headers.device, last_headers.inode);
	if (object)
		return object;
	if (!elf_read_headers(&last_headers, &complaint) ||
	    !is_library(&last_headers, &complaint) ||
	    !elf_map(&last_headers, &image, &complaint)) {
		fail_by(&complaint);
		return NULL;
	}
	name = copy_text(path, strlen(path));
	object = name ? object_new(&last_headers, &image, name) : NULL;
	if (object && object->dynamic.flags_1 & DF_1_PIE) {
		fail(path, ": DF_1_PIE: a program is no library", NULL);
		object_release(object);
		object = NULL;
	}
	/* There is one C library in a process, and one loader. */
	if (object && object->dynamic.soname &&
	    !strcmp(object->dynamic.soname, LOADER_SONAME)) {
		object_release(object);
		object = NULL;
		known = find_loaded(LOADER_SONAME);
	} else if (object && process.no_load) {
		fail(path, ": is not loaded", NULL);
		object_release(object);
		object = NULL;
	}
	if (!object) {
		release(name, strlen(path) + 1);
		elf_unmap(&image);
		return known;
	}
	object_append(object);
	object_keep_file(object);
	return object;
}
