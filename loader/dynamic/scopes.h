/*
 * loader/dynamic/scopes.h - whose symbols an object sees, and whom it keeps
 *
 * All see the global scope: the program, what came with it, and what has been
 * opened with RTLD_GLOBAL. Objects that dlopen has loaded see the group that
 * they were opened in as well: the opened object and all that it needs.
 */
#ifndef LOADER_DYNAMIC_SCOPES_H
#define LOADER_DYNAMIC_SCOPES_H

#include "loader/dynamic/symbol.h"

bool scope_has(const struct scope *scope, const struct object *object);

/* Puts an object at its end. False: failed. */
bool scope_add(struct scope *scope, struct object *object);

/* Gives back what it holds; it is not used any more. */
void scope_release(struct scope *scope);

/* Sees that object->group is there. False: failed. */
bool make_group(struct object *object);

/* Puts all of a group into the global scope. False: failed. */
bool make_global(const struct scope *group);

/* Takes the dying out of the global scope, and others out of their groups. */
void leave_scopes(void);

/* What a name means for an object, in the order in which it sees others. */
bool find_for(const struct object *asking, const struct reference *reference,
	      struct definition *definition);

/*
 * Notes that an object is bound to another one's definition: it stays as long.
 * False: failed.
 */
bool depend_on(const struct object *object,
	       const struct definition *definition);

/* The first object that has not come with the program; NULL: there is none. */
struct object *first_opened(void);

/* From now on nothing leads to an object by a name. */
void leave_names(struct object *object);

/* Objects that nobody uses any more run their destructors and go. */
void collect(void);

#endif
