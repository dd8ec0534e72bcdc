/*
 * loader/dynamic/relocate.h - relocations of loaded objects
 */
#ifndef LOADER_DYNAMIC_RELOCATE_H
#define LOADER_DYNAMIC_RELOCATE_H

#include "loader/dynamic/symbol.h"

/*
 * Relocates the objects of the list from the first one on, copies the initial
 * values of their thread-local variables, and makes read-only what is to stay
 * as it is. Objects that have been relocated before are passed over.
 */
bool relocate_all(struct object *first);

/*
 * Checks an object's relocations and applies them, but for those that call
 * code of objects (ifuncs) or copy what others write: those are deferred. What
 * a PLT reads waits for the first call, unless something speaks against it.
 */
bool relocate(struct object *object);

/* Whether an object's calls may be bound when they are made. */
bool is_lazy(const struct object *object);

/*
 * Lets slots of the table's part [rela, end), which has been checked, wait for
 * a call. Returns the first one that cannot wait: it does not lead into code,
 * as a linker leaves it, will be read-only, or is no slot; or the end.
 */
const Elf64_Rela *let_wait(const struct object *object,
			   const Elf64_Rela *rela, const Elf64_Rela *end);

/* The deferred ones. */
bool relocate_deferred(struct object *object);

/* The address that a definition means; an ifunc is asked for it. */
bool definition_address(const struct definition *definition,
			uintptr_t *address);

static inline bool is_ifunc(const struct definition *definition)
{
	return definition->object &&
	       ELF64_ST_TYPE(definition->symbol->st_info) == STT_GNU_IFUNC &&
	       definition->symbol->st_shndx != SHN_UNDEF &&
	       definition->symbol->st_shndx != SHN_ABS;
}

/*
 * What a program's first call of a function goes to (lazy.asm), and what finds
 * the function for it and lets the PLT's slot lead there. Never fails: the
 * process ends then.
 */
void lazy(void);
uintptr_t bind_slot(const struct object *object, uint64_t number);

/* A call of a function that is not bound yet. */
struct call {
	const struct object *object;
	uint64_t number;
	struct definition definition;
	uintptr_t function;
};

/* Calls a function that calls code of objects: vector registers stay. */
bool outside(bool (*function)(struct call *), struct call *call);

#endif
