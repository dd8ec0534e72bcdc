/*
 * loader/dynamic/constructors.h - what runs before main and after it
 *
 * Source: gABI ch. 5, Initialization and Termination Functions.
 */
#ifndef LOADER_DYNAMIC_CONSTRUCTORS_H
#define LOADER_DYNAMIC_CONSTRUCTORS_H

#include "loader/dynamic/object.h"

/* Objects whose constructors are to run, the first one first. */
struct order {
	struct object **objects;
	uint32_t count, room;
	struct object *few[4];	/* they lie here: most programs' do */
};

/*
 * Puts those of a scope that are not constructed in order: each behind all that
 * it needs, the scope's first object at the end. False: failed.
 */
bool order_objects(const struct scope *scope, struct order *order);

/* Gives the memory of it back. */
void order_release(const struct order *order);

/* The same; and each entry of their arrays must be the address of code. */
bool order_constructors(const struct scope *scope, struct order *order);

/* Runs them, each object's once. The order's memory is given back. */
void construct(struct order *order);

/*
 * The same at the start, with what comes before all others. The memory is kept:
 * to give it back would write on a page more.
 */
void construct_start(const struct order *order);

/* Runs the destructors of so many dying objects, the newest one's first. */
void destruct_dying(uint32_t count);

/*
 * Runs the destructors of all: the program's, then in the opposite order of the
 * constructors. The program's exit calls it.
 */
void destruct_all(void);

/* It has begun: nothing is unloaded any more. */
extern bool is_leaving;

#endif
