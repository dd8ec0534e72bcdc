/*
 * crt/thread_atexit.c - destructors of C++'s thread-local variables
 *
 * The first thread ends where the process does, and what it has made later
 * than others goes earlier.
 * Source: Itanium C++ ABI 3.3.6.3; [basic.start.term] of ISO/IEC 14882.
 */
#include "crt/cxa_atexit.h"

int __cxa_thread_atexit_impl(void (*function)(void *), void *argument,
			     const void *dso);

int __cxa_thread_atexit_impl(void (*function)(void *), void *argument,
			     const void *dso)
{
	return __cxa_atexit(function, argument, dso);
}
