/*
 * loader/dynamic/stand_in.h - libpremain.so.1 in the place of glibc's libraries
 */
#ifndef LOADER_DYNAMIC_STAND_IN_H
#define LOADER_DYNAMIC_STAND_IN_H

/* The name of the library that answers for one of this name. */
const char *stand_in_name(const char *name);

#endif
