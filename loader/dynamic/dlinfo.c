/*
 * loader/dynamic/dlinfo.c - int dlinfo(void *handle, int request, void *data)
 *
 * What the loader knows of an opened object; <dlfcn.h> says for each request
 * what is written to `data`. 0, or -1: dlerror says why. Source: dlinfo(3).
 */
#include <string.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/handles.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/thread.h"

static bool answer(struct object *object, int request, void *data)
{
	switch (request) {
	case RTLD_DI_LMID:
		*(Lmid_t *)data = LM_ID_BASE;
		return true;
	case RTLD_DI_LINKMAP:
		*(struct link_map **)data = &object->map;
		return true;
	case RTLD_DI_TLS_MODID:
		*(size_t *)data = object->tls.module;
		return true;
	case RTLD_DI_TLS_DATA:
		*(void **)data = object->tls.module ?
			first_thread->blocks[object->tls.module] : NULL;
		return true;
	}
	return fail("dlinfo: no such request", NULL);
}

EXPORTED int dlinfo(void *handle, int request, void *data)
{
	struct object *object = object_of(handle);

	if (object && answer(object, request, data))
		return 0;
	failed();
	return -1;
}
