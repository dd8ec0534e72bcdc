/*
 * loader/dynamic/search.h - finding the file of a library
 *
 * Source: gABI ch. 5, Shared Object Dependencies; ld.so(8).
 */
#ifndef LOADER_DYNAMIC_SEARCH_H
#define LOADER_DYNAMIC_SEARCH_H

#include "loader/dynamic/object.h"

/* Who says where a library may be, in the order in which they are asked. */
enum rule {
	RULE_PATH,		/* the name has a slash: it is a path */
	RULE_RPATH,		/* who asks, and all that it came by */
	RULE_LIBRARY_PATH,
	RULE_RUNPATH,		/* only who asks */
	RULE_LOADER,		/* where the loader lies */
	RULE_CONF,		/* /etc/ld-premain.so.conf, a folder a line */
	RULE_CACHE,		/* /etc/ld.so.cache, unless DF_1_NODEFLIB */
	RULE_STANDARD		/* the same */
};

/* "DT_RPATH" and so on. */
const char *rule_name(enum rule rule);

/*
 * The object that a name means for the one that asks (NULL: the program): one
 * of the list, or a file that is found and loaded now, which stays open until
 * close_files. NULL: failed.
 */
struct object *search(const char *name, struct object *asking);

/* Where a library would be looked for, folder by folder; "" is the root. */
typedef void place_visitor(const char *folder, enum rule rule, void *data);
void visit_places(struct object *asking, place_visitor *visit, void *data);

/* Loads the files of LD_PRELOAD; one that is not to be had is left out. */
void load_preloads(void);

#endif
