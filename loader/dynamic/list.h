/*
 * loader/dynamic/list.h - what a program loads, as ldd shows it
 */
#ifndef LOADER_DYNAMIC_LIST_H
#define LOADER_DYNAMIC_LIST_H

#include "loader/dynamic/object.h"

/* An object that stands for a library that is not found. NULL: no memory. */
struct object *list_missing(const char *name);

#endif
