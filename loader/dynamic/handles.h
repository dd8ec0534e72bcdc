/*
 * loader/dynamic/handles.h - what the functions of <dlfcn.h> share
 *
 * A handle is the address of an object's link map. Each of the functions that
 * fails leaves its line to dlerror.
 */
#ifndef LOADER_DYNAMIC_HANDLES_H
#define LOADER_DYNAMIC_HANDLES_H

#include "loader/dynamic/scopes.h"

/* These are what others see of the loader. */
#define EXPORTED __attribute__((visibility("default")))

/* The line of `failure` is what dlerror returns next. */
extern bool failure_is_news;

/* For `return failed()`: NULL. */
void *failed(void);

/* The object of a handle; NULL with a failure: it is of none. */
struct object *object_of(const void *handle);

/*
 * The address of a symbol, for the one who calls from this place. `version`
 * may be NULL: any, or the default one. NULL with a failure: there is none.
 */
void *symbol_address(void *handle, const char *name, const char *version,
		     const void *caller);

#endif
