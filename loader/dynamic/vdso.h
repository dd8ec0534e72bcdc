/*
 * loader/dynamic/vdso.h - the object that the kernel has made
 *
 * Source: vdso(7).
 */
#ifndef LOADER_DYNAMIC_VDSO_H
#define LOADER_DYNAMIC_VDSO_H

#include <stdbool.h>

/* Puts it into the list, if there is one. False: failed. */
bool vdso_append(void);

/* Reads its tables, before somebody may look for them. */
void vdso_look(void);

#endif
