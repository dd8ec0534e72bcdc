/*
 * loader/dynamic/object.h - an object of this process: what the loader keeps
 *
 * The link map comes first: a debugger walks from one to the next by it, and a
 * handle of dlopen is its address.
 */
#ifndef LOADER_DYNAMIC_OBJECT_H
#define LOADER_DYNAMIC_OBJECT_H

#include <link.h>

#include "loader/elf/dynamic.h"

struct object;

/* A version that the object defines or needs, by its index in DT_VERSYM. */
struct version {
	const char *name;	/* NULL: no such index */
	uint32_t hash;
	bool weak;		/* VER_FLG_WEAK: may be missing */
	bool hidden;		/* needed hidden: only exactly it */
};

/* Objects in the order in which a symbol is looked for. */
struct scope {
	struct object **objects;
	uint32_t count, room;
	struct index *index;	/* of all their symbols; NULL: none is made */
	struct object *owner;	/* whose group it is; the program is global */
};

struct tls {
	size_t module;		/* from 1 on; 0: no PT_TLS */
	uintptr_t offset;	/* below the thread pointer; 0: not static */
	const char *image;
	size_t file_size, size, align;
	uintptr_t address;	/* p_vaddr, for its place below a multiple */
	char *memory;		/* of its own, where it is not static */
};

/*
 * What many look at comes first: an instruction that reaches less than 128
 * bytes far is three bytes shorter.
 */
struct object {
	struct link_map map;
	const char *name;	/* as messages call it */
	struct elf_image image;
	struct object **needed;	/* in the order of DT_NEEDED */
	struct scope *scope;	/* searched after the global one; NULL: none */
	uint32_t needed_count;
	uint32_t filtee_count;	/* the first of them answer before it does */
	unsigned int opened;	/* by dlopen, not yet closed */
	bool global;		/* its symbols are in the global scope */
	bool stays;		/* never unloaded */
	bool relocated;
	bool bind_now;		/* RTLD_NOW: no lazy binding */
	bool deep;		/* RTLD_DEEPBIND: its scope comes first */
	bool visited;		/* by a walk; false between walks */
	bool used;		/* by an open one, or by itself: stays */
	bool dying;		/* its destructors run, or have run */
	bool constructed;
	bool runs_stack;	/* PT_GNU_STACK: code is put onto the stack */

	struct elf_dynamic dynamic;
	struct version *versions; /* version_count of them, or NULL */
	const Elf64_Phdr *phdr;
	unsigned int phnum;
	uint64_t device, inode;	/* 0, 0: there is no file */
	struct object *next_file; /* of those whose inodes are alike */
	uintptr_t entry;	/* e_entry in memory; 0: no code is there */
	uintptr_t relro;	/* made read-only when relocated */
	size_t relro_size;
	struct tls tls;
	const Elf64_Rela *deferred[2]; /* the first one in rela, in jmprel */
	const char *origin;	/* its folder; NULL: not asked for yet */
	const char *asked;	/* the name by which it was asked for first */

	struct object *parent;	/* whose DT_NEEDED loaded it: for DT_RPATH */
	struct scope *group;	/* it and all that it needs, breadth first */
	struct scope bound;	/* others that its references are bound to */
	struct object *link;	/* the next one of a walk's own list */
	uint32_t walked;	/* of `needed`, by that walk */
	struct object *constructed_before;
};

/* Of the file that was read last: object_new keeps what is needed. */
extern struct elf_headers last_headers;
extern Elf64_Phdr last_table[ELF_HEADERS_MAX];

/* The next object of the process, in the order of loading. */
static inline struct object *next_object(const struct object *object)
{
	return (struct object *)object->map.l_next;
}

/*
 * A new object for what is in memory at an image's place, by its headers: its
 * tables are read, but neither its dependencies are loaded nor is it in the
 * list. NULL: failed.
 */
struct object *object_new(const struct elf_headers *headers,
			  const struct elf_image *image, const char *name);

/* Puts it at the end of the list. */
void object_append(struct object *object);

/* Takes it out of the list, unmaps and forgets it. */
void object_remove(struct object *object);

/* Gives back what the loader keeps of an object, and no more. */
void object_release(struct object *object);

/* The object that has this address in a segment; NULL: none has. */
struct object *object_at(uintptr_t address);

/* An object is found by its file, and no longer is. */
void object_keep_file(struct object *object);
void object_forget_file(const struct object *object);

/*
 * Maps and adds the library in an open file, or finds that the file is loaded
 * already. The descriptor stays open. NULL: failed.
 */
struct object *object_load(int fd, const char *path);

/*
 * Loads what the objects from the first one on need, breadth first. False:
 * failed. What answers in an object's place is before it in the list then.
 */
bool load_needed(struct object *first);

#endif
