/*
 * loader/dynamic/debug.h - the debugger's face
 */
#ifndef LOADER_DYNAMIC_DEBUG_H
#define LOADER_DYNAMIC_DEBUG_H

#include <link.h>

/* Where a debugger stops. */
void _dl_debug_state(void);

/* Tells it that the list changes (RT_ADD, RT_DELETE), or has changed. */
void debug_state(int state);

#endif
