/*
 * loader/dynamic/symbol.h - which definition a name means
 */
#ifndef LOADER_DYNAMIC_SYMBOL_H
#define LOADER_DYNAMIC_SYMBOL_H

#include "loader/dynamic/object.h"

/* Who asks decides what answers. */
enum asker {
	ASKS_ADDRESS,		/* data and function pointers */
	ASKS_CALL,		/* JUMP_SLOT: a function itself, not its PLT */
	ASKS_COPY,		/* COPY: not the program's own copy */
	ASKS_NEWEST		/* dlsym: without a version, the default one */
};

struct reference {
	const char *name;
	uint32_t hash;		/* gnu_hash(name) */
	enum asker asker;
	const struct version *version; /* NULL: any */
};

struct definition {
	const struct object *object;	/* NULL: nobody, and it was weak */
	const Elf64_Sym *symbol;
};

/* The hash of DT_GNU_HASH. */
uint32_t gnu_hash(const char *name);

/* The hash of DT_HASH, and of version names. */
uint32_t sysv_hash(const char *name);

/* Whether two names are one. */
bool same_name(const char *one, const char *other);

/* The version that a symbol of an object's own table has; NULL: none. */
const struct version *version_of(const struct object *object, uint32_t symbol);

/* Fills object->versions. False: failed. */
bool read_versions_of(struct object *object);

/* Whether each version that the object needs is defined where it should be. */
bool check_needed_versions(const struct object *object);

enum answer {
	NO_ANSWER,
	ANSWERS_ALONE,		/* if no other of its object does */
	ANSWERS
};

/* Whether a symbol of an object answers, with all rules but the name. */
enum answer symbol_answers(const struct object *object,
			   const Elf64_Sym *symbol,
			   const struct reference *reference);

/* Whether a symbol of an object has the name of a reference. */
bool symbol_is_named(const struct object *object, const Elf64_Sym *symbol,
		     const char *name);

/* Looks in one object; NULL: it has none. */
const Elf64_Sym *find_in_object(const struct object *object,
				const struct reference *reference);

/*
 * One definition of a name for the whole process (STB_GNU_UNIQUE): takes the
 * first that has ever been found, or makes this one it.
 */
void settle_unique(const struct reference *reference,
		   struct definition *definition);

/* The object is unmapped although its unique symbols were found. */
void forget_unique(const struct object *object);

/* Looks in all objects of a scope in their order. */
bool find_in_scope(const struct scope *scope,
		   const struct reference *reference,
		   struct definition *definition);

/* Whether nobody before this object in the global scope defines anything. */
bool comes_first(const struct object *object);

/*
 * What a symbol of an object's own table means in this process. False: nobody
 * defines it, and it is not weak; the failure says so.
 */
bool find_symbol(const struct object *object, uint32_t symbol,
		 enum asker asker, struct definition *definition);

#endif
