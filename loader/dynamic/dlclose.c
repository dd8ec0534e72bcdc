/*
 * loader/dynamic/dlclose.c - int dlclose(void *handle)
 *
 * One dlopen less. An object that nobody has open, needs or is bound to runs
 * its destructors and goes, and so do those that only it has used. 0, or -1:
 * dlerror says why. Source: POSIX.1-2024 dlclose; dlopen(3).
 */
#include "loader/dynamic/fail.h"
#include "loader/dynamic/handles.h"

EXPORTED int dlclose(void *handle)
{
	struct object *object = object_of(handle);

	if (object && object->opened == 0)
		fail(object->name, ": is not open", NULL);
	if (!object || object->opened == 0) {
		failed();
		return -1;
	}
	object->opened--;
	if (object->opened == 0 && !object->stays)
		collect();
	return 0;
}
