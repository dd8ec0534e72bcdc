/*
 * loader/dynamic/dlsym.c - void *dlsym(void *handle, const char *name)
 *
 * The address of a function or a variable: of the opened object or what it
 * needs, breadth first; of what the caller itself would be bound to by the name
 * (RTLD_DEFAULT); of the next one behind the caller, where the caller's own
 * stands in front of others (RTLD_NEXT). NULL: dlerror says why; but it may be
 * the value of the symbol as well, and then dlerror says nothing.
 * Source: POSIX.1-2024 dlsym; dlsym(3).
 */
#include "loader/dynamic/handles.h"

EXPORTED void *dlsym(void *handle, const char *name)
{
	return symbol_address(handle, name, NULL, __builtin_return_address(0));
}
