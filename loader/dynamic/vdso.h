/*
 * loader/dynamic/vdso.h - the object that the kernel has made
 *
 * Source: vdso(7).
 */
#ifndef LOADER_DYNAMIC_VDSO_H
#define LOADER_DYNAMIC_VDSO_H

/* Puts it into the list, if there is one, before somebody looks for it. */
void vdso_look(void);

#endif
