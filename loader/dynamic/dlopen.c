/*
 * loader/dynamic/dlopen.c - void *dlopen(const char *file, int flags)
 *
 * Loads an object and all that it needs, or finds that they are loaded, and
 * returns a handle; each handle is to be closed. NULL: nothing has changed, and
 * dlerror says why. No file, or "", is the program.
 *	RTLD_LAZY, RTLD_NOW	functions are bound at their first call, or now
 *	RTLD_GLOBAL, RTLD_LOCAL	later objects see its symbols, or do not
 *	RTLD_NODELETE		dlclose does not unload it
 *	RTLD_NOLOAD		only if it is loaded already
 *	RTLD_DEEPBIND		it sees its own symbols before all others
 * Source: POSIX.1-2024 dlopen; dlopen(3).
 */
#include "loader/dynamic/constructors.h"
#include "loader/dynamic/debug.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/handles.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/relocate.h"
#include "loader/dynamic/search.h"
#include "loader/dynamic/thread.h"
#include "loader/dynamic/vdso.h"

/* What has been loaded for one call, from `first` to the end of the list. */
struct opening {
	struct object *root, *first;
	struct order order;
	int flags;
};

/* All that is new belongs to the group of the object that was asked for. */
static bool adopt(const struct opening *opening)
{
	struct object *object = opening->first;

	if (!make_group(opening->root))
		return false;
	for (; object; object = next_object(object)) {
		if (object->dynamic.flags_1 & DF_1_NOOPEN)
			return fail(object->name, ": DF_1_NOOPEN forbids "
				    "dlopen", NULL);
		object->scope = opening->root->group;
		object->stays = object->dynamic.flags_1 & DF_1_NODELETE;
		object->deep = opening->flags & RTLD_DEEPBIND;
		object->bind_now = opening->flags & RTLD_NOW;
		if (!tls_add(object))
			return false;
	}
	return true;
}

static bool load(struct opening *opening, const char *file,
		 struct object *asking)
{
	const struct object *last = process.last;
	bool done;

	process.no_load = opening->flags & RTLD_NOLOAD;
	opening->root = search(file, asking);
	process.no_load = false;
	done = opening->root && load_needed(next_object(last));
	opening->first = next_object(last);
	return done && adopt(opening);
}

/* Code of the new objects may run here already, and open others. */
static bool prepare(struct opening *opening)
{
	const struct scope *group = opening->root->group;

	return relocate_all(opening->first) &&
	       order_constructors(group, &opening->order) &&
	       (!(opening->flags & RTLD_GLOBAL) || make_global(group));
}

/* Nobody finds what is half done. */
static void give_up(const struct opening *opening)
{
	struct object *object = opening->first;

	for (; object; object = next_object(object))
		if (!object->constructed) {
			object->stays = false;
			leave_names(object);
		}
	collect();
}

static struct object *open_file(const char *file, int flags,
				struct object *asking)
{
	struct opening opening = { .flags = flags };
	bool done;

	debug_state(RT_ADD);
	done = load(&opening, file, asking);
	debug_state(RT_CONSISTENT);
	if (done) {
		opening.root->opened++;
		done = prepare(&opening);
		opening.root->opened -= !done;
	}
	if (!done) {
		give_up(&opening);
		return NULL;
	}
	if (flags & RTLD_NODELETE)
		opening.root->stays = true;
	construct(&opening.order);
	return opening.root;
}

EXPORTED void *dlopen(const char *file, int flags)
{
	struct object *asking =
		object_at((uintptr_t)__builtin_return_address(0));
	struct object *object = process.program;

	if (!(flags & RTLD_BINDING_MASK)) {
		fail("dlopen: neither RTLD_LAZY nor RTLD_NOW", NULL);
		return failed();
	}
	vdso_look();
	if (file && *file)
		object = open_file(file, flags, asking ? asking : object);
	else
		object->opened++;
	if (!object && !(flags & RTLD_NOLOAD))
		return failed();
	return object;
}
