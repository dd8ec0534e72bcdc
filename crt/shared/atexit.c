/*
 * crt/shared/atexit.c - int atexit(void (*function)(void)) of each object
 *
 * A library that goes away takes its functions with it, so they are kept under
 * the name of the object that this member is linked into (dso_handle.asm).
 * Source: C11 7.22.4.2; Itanium C++ ABI 3.3.6.3.
 */
#include <stddef.h>
#include <stdlib.h>

#include "crt/cxa_atexit.h"

int atexit(void (*function)(void))
{
	/* An argument more does no harm (psABI 3.2.3: it is in a register). */
	return __cxa_atexit((void (*)(void *))function, NULL, &__dso_handle);
}
