/*
 * loader/dynamic/symbol_address.c - from a handle and a name to an address
 */
#include "loader/dynamic/fail.h"
#include "loader/dynamic/handles.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/relocate.h"
#include "loader/dynamic/thread.h"

/* Those behind the caller, in the scope that the caller stands in. */
static bool find_next(const struct object *caller,
		      const struct reference *reference,
		      struct definition *definition)
{
	const struct scope *scope = caller->scope ? caller->scope :
						    &process.global;
	bool is_behind = false;

	for (uint32_t i = 0; i < scope->count; i++) {
		const struct object *object = scope->objects[i];

		definition->object = object;
		definition->symbol = is_behind ?
			find_in_object(object, reference) : NULL;
		if (definition->symbol)
			return true;
		is_behind |= object == caller;
	}
	return false;
}

/* In an opened object and what it needs; the loader's own names in all. */
static bool find_in(const struct object *object,
		    const struct reference *reference,
		    struct definition *definition)
{
	struct object *alone[] = { (struct object *)object, process.loader };
	const struct scope scope = { .objects = alone, .count = 2 };

	return (object->group &&
		find_in_scope(object->group, reference, definition)) ||
	       find_in_scope(&scope, reference, definition);
}

static bool missing(const struct object *object,
		    const struct reference *reference)
{
	const struct version *version = reference->version;

	return fail(object->name, ": symbol ", reference->name,
		    version ? ", version " : "", version ? version->name : "",
		    ", is not defined for it", NULL);
}

static bool find(void *handle, const void *caller,
		 const struct reference *reference,
		 struct definition *definition)
{
	const struct object *object;

	if (handle != RTLD_DEFAULT && handle != RTLD_NEXT) {
		object = object_of(handle);
		if (!object)
			return false;
		return (object == process.program ?
			find_in_scope(&process.global, reference, definition) :
			find_in(object, reference, definition)) ||
		       missing(object, reference);
	}
	object = object_at((uintptr_t)caller);
	if (!object)
		return fail("dlsym: the caller is in no object", NULL);
	if (handle == RTLD_NEXT)
		return find_next(object, reference, definition) ||
		       missing(object, reference);
	return find_for(object, reference, definition) ?
		depend_on(object, definition) : missing(object, reference);
}

static bool address_of(const struct definition *definition, uintptr_t *address)
{
	struct tls_index index;

	if (ELF64_ST_TYPE(definition->symbol->st_info) != STT_TLS)
		return definition_address(definition, address);
	index.module = definition->object->tls.module;
	index.offset = definition->symbol->st_value;
	if (!index.module)
		return fail(definition->object->name, ": a thread-local "
			    "variable without PT_TLS", NULL);
	*address = (uintptr_t)__tls_get_addr(&index);
	return true;
}

void *symbol_address(void *handle, const char *name, const char *version,
		     const void *caller)
{
	struct version wanted = { .name = version, .hidden = true };
	struct reference reference = {
		.name = name, .hash = gnu_hash(name), .asker = ASKS_NEWEST
	};
	struct definition definition;
	uintptr_t address;

	if (version) {
		wanted.hash = sysv_hash(version);
		reference.version = &wanted;
	}
	if (!find(handle, caller, &reference, &definition) ||
	    !address_of(&definition, &address))
		return failed();
	return (void *)address;
}
