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
	struct scope rest = { scope->objects, scope->count, 0, NULL, NULL };

	while (rest.count) {
		rest.count--;
		if (*rest.objects++ == caller)
			return find_in_scope(&rest, reference, definition);
	}
	return false;
}

/* In an opened object and what it needs. */
static bool find_in(struct object *object, const struct reference *reference,
		    struct definition *definition)
{
	return make_group(object) &&
	       find_in_scope(object == process.program ? &process.global :
			     object->group, reference, definition);
}

/* Code that is in no object asks as the program does. */
static bool find(void *handle, const void *caller,
		 const struct reference *reference,
		 struct definition *definition)
{
	const struct version *version = reference->version;
	struct object *object = handle == RTLD_DEFAULT ||
				handle == RTLD_NEXT ?
		object_at((uintptr_t)caller) : object_of(handle);
	bool found;

	if (handle == RTLD_DEFAULT || handle == RTLD_NEXT)
		object = object ? object : process.program;
	else if (!object)
		return false;
	if (handle == RTLD_DEFAULT)
		found = find_for(object, reference, definition) &&
			depend_on(object, definition);
	else if (handle == RTLD_NEXT)
		found = find_next(object, reference, definition);
	else
		found = find_in(object, reference, definition);
	return found ||
	       fail(object->name, ": symbol ", reference->name,
		    version ? ", version " : "", version ? version->name : "",
		    ", is not defined for it", NULL);
}

/* A thread-local variable is this thread's. */
static bool address_of(const struct definition *definition, uintptr_t *address)
{
	struct tls_index index = {
		definition->object->tls.module, definition->symbol->st_value
	};

	if (ELF64_ST_TYPE(definition->symbol->st_info) != STT_TLS)
		return definition_address(definition, address);
	*address = index.module ? (uintptr_t)__tls_get_addr(&index) : 0;
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
