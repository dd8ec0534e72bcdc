/*
 * loader/explain/explain.h - inside this room: the parts of the narration
 *
 * Each part looks at the loader's own structures and says what it sees. The
 * room is an object of its own, ld-premain-explain.so.1, that the loader maps
 * only where LD_PREMAIN, --explain or --list asks for it.
 */
#ifndef LOADER_EXPLAIN_EXPLAIN_H
#define LOADER_EXPLAIN_EXPLAIN_H

#include "loader/dynamic/constructors.h"
#include "loader/dynamic/narrate.h"

/* What LD_PREMAIN asks for: words between commas. */
struct wishes {
	bool explain;		/* all that happens */
	bool json;		/* an object a line, no sentences */
	bool bind;		/* calls as they are bound */
	char why[256];		/* the name of `why:NAME`; empty: none */
};

extern struct wishes wishes;
extern const struct narration_services *services;

/*
 * Says that something happens: a sentence in which $KEY stands for a value, and
 * the keys and values up to NULL. As JSON it is the event and all the pairs; a
 * key that begins with # has a number. A value that is NULL is left out.
 */
void say(const char *event, const char *sentence, ...);

/* Writes what has been said so far. */
void say_all(void);

/* Texts of numbers, good until 16 more of them are made. */
const char *hex(uint64_t value);
const char *decimal(uint64_t value);

/* "R_X86_64_GLOB_DAT". */
const char *relocation_name(uint64_t type);

/* A name without its folders. */
const char *short_name(const char *path);
const char *name_of(const struct object *object);

/* The version of a symbol of an object's table; NULL: it has none. */
const struct version *version_of(const struct object *object, uint32_t index);

/* Memory that is never given back. */
void *keep(size_t size);

void explain_start(void);
void explain_system(void);
void explain_tried(const struct object *asking, const char *name,
		   const char *path, enum rule rule, long result);
void explain_passed(const struct object *asking, const char *name,
		    const char *folder, enum rule rule);
void explain_loaded(const struct object *asking, const char *name,
		    const char *path);

/* Objects from one on: before they are relocated, and behind it. */
void explain_objects(const struct object *first);
void remember_slots(const struct object *first);
void explain_relocations(const struct object *first);
void explain_bindings(const struct object *first);
void explain_memory(const struct object *first);
void explain_why(const struct object *first);

/*
 * Whether all that objects need is defined, from the first one on; the loader's
 * failure names all that is not.
 */
bool check_stand_in(const struct object *object);

/* All objects but the program. */
void explain_list(bool is_static);

void explain_bound(const struct object *object, uint64_t number);
void explain_constructors(const struct order *order);

#endif
