/*
 * loader/dynamic/narrate.h - what the loader does is told, where asked for
 *
 * Who tells it is an object of its own, loader/explain: it is mapped only
 * then. What happens in hot loops it finds out by itself, before and after.
 */
#ifndef LOADER_DYNAMIC_NARRATE_H
#define LOADER_DYNAMIC_NARRATE_H

#include "loader/dynamic/process.h"
#include "loader/dynamic/search.h"
#include "loader/dynamic/symbol.h"

enum event {
	TELL_TRIED,		/* a path was opened: descriptor or -errno */
	TELL_PASSED,		/* a folder that was read has no such name */
	TELL_FOUND,		/* a name is an object that is loaded already */
	TELL_LOADED,		/* all is mapped; nothing is relocated */
	TELL_RELOCATED,		/* all is, and RELRO is read-only */
	TELL_CONSTRUCT,		/* constructors are next: of a struct order */
	TELL_BOUND,		/* lazily: result is the index in DT_JMPREL */
	TELL_LIST,		/* --list: result is whether it is static */
	TELL_FOREIGN		/* made for glibc: result is a bool's address */
};

/* The subject is an object, the first of several, unless an event says so. */
typedef void narrator(enum event event, const void *subject, const char *name,
		      const char *path, long rule, long result);

/* Who tells what happens; NULL: nobody. */
extern narrator *teller;

/* What the narration calls of the loader. */
struct narration_services {
	struct process *process;
	const char *(*rule_name)(enum rule rule);
	const Elf64_Sym *(*find_in_object)(const struct object *object,
					   const struct reference *reference);
	bool (*find_symbol)(const struct object *object, uint32_t symbol,
			    enum asker asker, struct definition *definition);
	uint32_t (*gnu_hash)(const char *name);
	bool (*fail)(const char *text, ...);
	const char *failure;
};

/* The entry of loader/explain. */
typedef narrator *narration(const struct narration_services *services);

/* Loads it, if it is asked for. Where it cannot be had, a line says so. */
void narrate(void);

static inline void tell(enum event event, const void *subject,
			const char *name, const char *path, long rule,
			long result)
{
	if (teller)
		teller(event, subject, name, path, rule, result);
}

#endif
