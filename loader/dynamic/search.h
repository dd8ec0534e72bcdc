/*
 * loader/dynamic/search.h - finding the file of a library
 *
 * Source: gABI ch. 5, Shared Object Dependencies; ld.so(8).
 */
#ifndef LOADER_DYNAMIC_SEARCH_H
#define LOADER_DYNAMIC_SEARCH_H

#include "loader/dynamic/object.h"

/*
 * The object that a name means for the one that asks (NULL: LD_PRELOAD or the
 * command line): one of the list, or a file that is found and loaded now.
 */
struct object *search(const char *name, struct object *asking);

#endif
