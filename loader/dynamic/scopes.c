/*
 * loader/dynamic/scopes.c - scopes: made, changed, searched
 *
 * Source: dlopen(3); gABI ch. 5, Shared Object Dependencies.
 */
#include "loader/dynamic/index.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/scopes.h"

bool scope_has(const struct scope *scope, const struct object *object)
{
	for (uint32_t i = 0; i < scope->count; i++)
		if (scope->objects[i] == object)
			return true;
	return false;
}

bool scope_add(struct scope *scope, struct object *object)
{
	uint32_t room = 2 * scope->room + 4;
	struct object **objects;

	if (scope->count == scope->room) {
		objects = allocate(room * sizeof *objects);
		if (!objects)
			return false;
		for (uint32_t i = 0; i < scope->count; i++)
			objects[i] = scope->objects[i];
		release(scope->objects, scope->room * sizeof *objects);
		scope->objects = objects;
		scope->room = room;
	}
	scope->objects[scope->count++] = object;
	return true;
}

void scope_release(struct scope *scope)
{
	index_forget(scope);
	release(scope->objects, scope->room * sizeof *scope->objects);
}

/* Those that answer in its place come before it; each object only once. */
static bool add_to_group(struct scope *group, struct object *object)
{
	bool done = true;

	if (object->visited)
		return true;
	object->visited = true;
	for (uint32_t i = 0; done && i < object->filtee_count; i++)
		done = add_to_group(group, object->needed[i]);
	return done && scope_add(group, object);
}

/* The group is the queue of the walk. */
bool make_group(struct object *root)
{
	struct scope *group;
	bool done;

	if (root->group)
		return true;
	group = allocate(sizeof *group);
	if (!group)
		return false;
	group->owner = root;
	done = add_to_group(group, root);
	for (uint32_t i = 0; done && i < group->count; i++) {
		const struct object *object = group->objects[i];

		for (uint32_t j = 0; done && j < object->needed_count; j++)
			done = add_to_group(group, object->needed[j]);
	}
	for (uint32_t i = 0; i < group->count; i++)
		group->objects[i]->visited = false;
	if (done)
		root->group = group;
	return done;
}

bool make_global(const struct scope *group)
{
	for (uint32_t i = 0; i < group->count; i++) {
		struct object *object = group->objects[i];

		if (!object->global && !scope_add(&process.global, object))
			return false;
		object->global = true;
	}
	return true;
}

static void leave_global(void)
{
	struct scope *scope = &process.global;
	uint32_t count = 0;

	index_forget(scope);
	for (uint32_t i = 0; i < scope->count; i++)
		if (!scope->objects[i]->dying)
			scope->objects[count++] = scope->objects[i];
	scope->count = count;
}

void leave_scopes(void)
{
	bool was_global = false;
	struct object *object = first_opened();

	for (; object; object = next_object(object)) {
		was_global |= object->dying && object->global;
		if (object->dying)
			continue;
		while (object->parent && object->parent->dying)
			object->parent = object->parent->parent;
		/* The group of another: its own is a part of that. */
		if (object->scope && object->scope->owner->dying)
			object->scope = make_group(object) ?
				object->group : NULL;
	}
	if (was_global)
		leave_global();
}

/* The groups that others were opened in, and that have this object too. */
static bool find_in_groups(const struct object *asking,
			   const struct reference *reference,
			   struct definition *definition)
{
	const struct object *object = first_opened();

	for (; object; object = next_object(object))
		if (object->opened && object->group != asking->scope &&
		    scope_has(object->group, asking) &&
		    find_in_scope(object->group, reference, definition))
			return true;
	return false;
}

/* DT_SYMBOLIC: the object looks into itself before all others. */
static bool find_in_itself(const struct object *asking,
			   const struct reference *reference,
			   struct definition *definition)
{
	struct object *object = (struct object *)asking;
	const struct scope itself = { .objects = &object, .count = 1 };

	return reference->asker != ASKS_COPY &&
	       find_in_scope(&itself, reference, definition);
}

bool find_for(const struct object *asking, const struct reference *reference,
	      struct definition *definition)
{
	const struct scope *own = asking->scope;

	if (asking->dynamic.flags & DF_SYMBOLIC &&
	    find_in_itself(asking, reference, definition))
		return true;
	if (asking->deep && find_in_scope(own, reference, definition))
		return true;
	if (find_in_scope(&process.global, reference, definition))
		return true;
	return own && (find_in_scope(own, reference, definition) ||
		       find_in_groups(asking, reference, definition));
}

bool depend_on(const struct object *asking,
	       const struct definition *definition)
{
	struct object *user = (struct object *)asking;
	struct object *used = (struct object *)definition->object;

	if (!used || used->stays || used == user)
		return true;
	if (user->stays) {
		used->stays = true;
		return true;
	}
	return scope_has(&user->bound, used) || scope_add(&user->bound, used);
}
