/*
 * loader/dynamic/expand.h - $ORIGIN and the like, in folders and names
 */
#ifndef LOADER_DYNAMIC_EXPAND_H
#define LOADER_DYNAMIC_EXPAND_H

#include "loader/dynamic/object.h"

/*
 * The path that `text`, of `length` bytes, means to its owner. Returns its
 * length, 0 being the root folder, or -1 where it must not be used or does not
 * fit into ELF_PATH_MAX bytes.
 */
long expand(const char *text, size_t length, struct object *owner, char *path);

/* The folder of an object's file; NULL: unknown. */
const char *origin_of(struct object *object);

#endif
