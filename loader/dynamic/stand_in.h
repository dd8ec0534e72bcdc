/*
 * loader/dynamic/stand_in.h - libpremain.so.1 in the place of glibc's libraries
 */
#ifndef LOADER_DYNAMIC_STAND_IN_H
#define LOADER_DYNAMIC_STAND_IN_H

#include <stdbool.h>

/* The name of the library that answers for one of this name. */
const char *stand_in_name(const char *name);

/*
 * Whether all that is needed is defined; the failure names all that is not.
 * For programs that were made for another loader, before they run.
 */
bool check_stand_in(void);

#endif
