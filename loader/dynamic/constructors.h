/*
 * loader/dynamic/constructors.h - what runs before main and after it
 *
 * Source: gABI ch. 5, Initialization and Termination Functions.
 */
#ifndef LOADER_DYNAMIC_CONSTRUCTORS_H
#define LOADER_DYNAMIC_CONSTRUCTORS_H

#include "loader/dynamic/object.h"

/*
 * Runs those of an object after those of all that it needs; each once, and one
 * of a cycle before what it has reached first.
 */
void construct(struct object *object);

/* The program's DT_PREINIT_ARRAY, before all others. */
void construct_before(const struct object *program);

/* Runs every destructor, in the reverse order. The program's exit calls it. */
void destruct_all(void);

#endif
