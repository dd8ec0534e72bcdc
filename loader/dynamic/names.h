/*
 * loader/dynamic/names.h - which loaded object a name of DT_NEEDED means
 *
 * Each name that an object was asked for by, and its DT_SONAME.
 */
#ifndef LOADER_DYNAMIC_NAMES_H
#define LOADER_DYNAMIC_NAMES_H

#include "loader/dynamic/object.h"

/* NULL: no object that is loaded is called so. */
struct object *find_loaded(const char *name);

/*
 * From now on the object is called as it was asked for, and by its DT_SONAME;
 * but who had a name first keeps it. False: failed.
 */
bool name_object(struct object *object, const char *asked);

/* The object is called nothing any more. */
void forget_names(const struct object *object);

#endif
