/*
 * loader/dynamic/dladdr.c - int dladdr(const void *address, Dl_info *info)
 *
 * 0: the address is in no object. Source: dladdr(3).
 */
#include "loader/dynamic/handles.h"

EXPORTED int dladdr(const void *address, Dl_info *info)
{
	return dladdr1(address, info, NULL, 0);
}
