/*
 * loader/dynamic/relocate.h - relocations of loaded objects
 */
#ifndef LOADER_DYNAMIC_RELOCATE_H
#define LOADER_DYNAMIC_RELOCATE_H

#include "loader/dynamic/symbol.h"

/*
 * Checks an object's relocations and applies them, but for those that call
 * code of objects (ifuncs) or copy what others write: those are deferred.
 */
bool relocate(struct object *object);

/* The deferred ones. */
bool relocate_deferred(struct object *object);

/* Makes PT_GNU_RELRO read-only. */
bool protect_relro(const struct object *object);

/* The address that a definition means; an ifunc is asked for it. */
bool definition_address(const struct definition *definition,
			uintptr_t *address);

#endif
