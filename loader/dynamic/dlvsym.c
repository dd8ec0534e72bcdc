/*
 * loader/dynamic/dlvsym.c - dlsym, and the symbol has this version
 *
 * void *dlvsym(void *handle, const char *name, const char *version)
 * Source: dlsym(3).
 */
#include "loader/dynamic/handles.h"

EXPORTED void *dlvsym(void *handle, const char *name, const char *version)
{
	return symbol_address(handle, name, version,
			      __builtin_return_address(0));
}
