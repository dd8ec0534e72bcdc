/*
 * loader/dynamic/cache.h - /etc/ld.so.cache: where the system's libraries are
 */
#ifndef LOADER_DYNAMIC_CACHE_H
#define LOADER_DYNAMIC_CACHE_H

/* The path of the library of this name; NULL: the cache has none. */
const char *cache_find(const char *name);

#endif
