/*
 * loader/dynamic/search.c - finding the file of a library
 *
 * One walk through all places serves both: to look there, and to say where one
 * has looked. A file for another kind of machine is passed over; any other that
 * cannot be loaded ends the search.
 */
#include <linux/errno.h>
#include <string.h>

#include "loader/dynamic/cache.h"
#include "loader/dynamic/conf.h"
#include "loader/dynamic/expand.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/files.h"
#include "loader/dynamic/folders.h"
#include "loader/dynamic/list.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/names.h"
#include "loader/dynamic/narrate.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/program.h"
#include "loader/dynamic/search.h"
#include "loader/dynamic/stand_in.h"

/* An object that needs so many has them in few of many folders. */
enum { MANY = 20 };

static const char standard[] =
	"/lib/x86_64-linux-gnu:/usr/lib/x86_64-linux-gnu:"
	"/lib64:/usr/lib64:/lib:/usr/lib";

struct search {
	const char *name;
	size_t size;		/* of the name, with its end */
	struct object *asking, *found;
	enum rule rule;		/* by which a place is looked at now */
	size_t folder_length;	/* of the path that is tried; 0: in no folder */
	place_visitor *visit;	/* is told of places; NULL: they are tried */
	void *data;		/* the visitor's */
	bool failed;		/* with a file that was found */
	char *skipped;		/* why the last other machine's file was */
};

const char *rule_name(enum rule rule)
{
	const char *name = "path\0DT_RPATH\0LD_LIBRARY_PATH\0DT_RUNPATH\0"
		"the loader's folder\0/etc/ld-premain.so.conf\0"
		"/etc/ld.so.cache\0standard folders";

	for (; rule; rule--)
		name += strlen(name) + 1;
	return name;
}

/* By EI_CLASS, EI_DATA or e_machine: their fourth letters are C, D and a. */
static bool is_other_machine(void)
{
	const char *field = failed_field;

	return field && (field[0] == 'E' ? field[3] == 'C' || field[3] == 'D' :
			 field[2] == 'm' && field[3] == 'a');
}

/*
 * The name must live as long as the object: what follows the folder of its path
 * does, and is the name, where a folder has been looked into.
 */
static const char *asked_name(const struct search *search,
			      const struct object *object)
{
	if (search->folder_length)
		return object->name + search->folder_length + 1;
	return copy_text(search->name, search->size - 1);
}

/* True: this was the end of the search. */
static bool load_file(struct search *search, const char *path, long fd)
{
	struct object *object = object_load((int)fd, path);

	close_later(fd);
	if (object) {
		search->found = object;
		if (!object->asked && object != process.program &&
		    object != process.loader) {
			object->asked = asked_name(search, object);
			object->parent = search->asking;
		}
		/* The working folder may be another one later. */
		if (*path != '/')
			origin_of(object);
		search->failed = !name_object(object, search->name);
		return true;
	}
	if (!is_other_machine() || search->rule == RULE_PATH) {
		search->failed = true;
		return true;
	}
	search->skipped = copy_text(failure, strlen(failure));
	return false;
}

static bool try_file(struct search *search, const char *path)
{
	long fd = open_file(path, 0);

	tell(TELL_TRIED, search->asking, search->name, path, search->rule, fd);
	if (fd >= 0)
		return load_file(search, path, fd);
	if (fd == -EMFILE || fd == -ENFILE || fd == -ENOMEM)
		search->failed = true;
	if (search->failed || search->rule == RULE_PATH)
		fail_open(path, fd);
	return search->failed;
}

/* In the folder whose path is in a buffer of ELF_PATH_MAX bytes. */
static bool try_folder(struct search *search, char *path, size_t length)
{
	if (search->visit) {
		search->visit(path, search->rule, search->data);
		return false;
	}
	if (search->size > ELF_PATH_MAX - 1 - length)
		return false;
	if (length && !folder_may_have(path, search->name, search->asking->
				       dynamic.needed_count >= MANY)) {
		tell(TELL_PASSED, search->asking, search->name, path,
		     search->rule, 0);
		return false;
	}
	path[length] = '/';
	memcpy(path + length + 1, search->name, search->size);
	search->folder_length = length;
	if (try_file(search, path))
		return true;
	search->folder_length = 0;
	path[length] = '\0';
	folder_has_not(path);
	return false;
}

static bool try_list(struct search *search, enum rule rule, const char *list,
		     struct object *owner)
{
	char path[ELF_PATH_MAX];

	if (!list || !*list)
		return false;
	search->rule = rule;
	for (;;) {
		size_t size = strcspn(list, ":;\n");
		long length = rule == RULE_CONF && *list != '/' ? -1 :
			expand(list, size, owner, path);

		if (length >= 0 && try_folder(search, path, (size_t)length))
			return true;
		if (!list[size])
			return false;
		list += size + 1;
	}
}

/* As much of the stack as it takes: most programs find all they need here. */
static bool try_loader(struct search *search)
{
	size_t length = loader_folder();
	char path[length + (search->size < ELF_PATH_MAX ? search->size : 0) +
		  1];

	if (!length)
		return false;
	search->rule = RULE_LOADER;
	memcpy(path, process.path, length);
	path[length] = '\0';
	return try_folder(search, path, length);
}

/* Of who asks and all that it came by; the program is the first of all. */
static bool try_rpaths(struct search *search)
{
	struct object *object = search->asking;

	if (object->dynamic.runpath)
		return false;
	for (; object; object = object->parent)
		if (!object->dynamic.runpath &&
		    try_list(search, RULE_RPATH, object->dynamic.rpath,
			     object))
			return true;
	return false;
}

static bool try_cache(struct search *search)
{
	const char *path;

	search->rule = RULE_CACHE;
	if (search->visit) {
		search->visit("has none", RULE_CACHE, search->data);
		return false;
	}
	path = cache_find(search->name);
	return path && try_file(search, path);
}

static bool try_all(struct search *search)
{
	struct object *asking = search->asking;

	return try_rpaths(search) ||
	       try_list(search, RULE_LIBRARY_PATH, process.library_path,
			process.program) ||
	       try_list(search, RULE_RUNPATH, asking->dynamic.runpath,
			asking) ||
	       try_loader(search) ||
	       try_list(search, RULE_CONF, conf_folders(), asking) ||
	       (!(asking->dynamic.flags_1 & DF_1_NODEFLIB) &&
		(try_cache(search) ||
		 try_list(search, RULE_STANDARD, standard, asking)));
}

static void try_path(struct search *search)
{
	char path[ELF_PATH_MAX];

	if (expand(search->name, strlen(search->name), search->asking,
		   path) > 0)
		try_file(search, path);
	else
		fail("no path that may be used: ", search->name, NULL);
}

void visit_places(struct object *asking, place_visitor *visit, void *data)
{
	struct search search = {
		.name = "", .asking = asking, .visit = visit, .data = data
	};

	try_all(&search);
}

static void say(const char *folder, enum rule rule, void *data)
{
	enum rule *said = data;

	if (*said != rule)
		fail(failure, "; ", rule_name(rule), ":", NULL);
	*said = rule;
	fail(failure, " ", *folder ? folder : "/", NULL);
}

static void say_all(const struct search *search)
{
	enum rule said = RULE_PATH;

	fail(search->asking->name, ": ", search->name, " is not found", NULL);
	visit_places(search->asking, say, &said);
	if (search->skipped)
		fail(failure, "; passed over: ", search->skipped, NULL);
}

static struct object *find_file(const char *name, struct object *asking)
{
	struct search search = {
		.name = name, .asking = asking ? asking : process.program
	};
	const char *at = name;
	bool is_path = false;

	do
		is_path |= *at == '/';
	while (*at++);
	search.size = (size_t)(at - name);
	if (is_path)
		try_path(&search);
	else if (!try_all(&search))
		say_all(&search);
	if (search.failed)
		return NULL;
	return search.found || !process.list ? search.found :
		list_missing(name);
}

struct object *search(const char *name, struct object *asking)
{
	struct object *object = find_loaded(name);
	const char *file = object ? name : stand_in_name(name);

	if (!object && file != name)
		object = find_loaded(file);
	if (object)
		tell(TELL_FOUND, asking, name, object->name, 0, 0);
	else
		object = find_file(file, asking);
	if (object && file != name && !name_object(object, name))
		object = NULL;
	if (!object)
		close_files();
	return object;
}
