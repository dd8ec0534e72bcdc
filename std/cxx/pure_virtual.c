/*
 * std/cxx/pure_virtual.c - what a call of a pure virtual function arrives at
 *
 * Source: Itanium C++ ABI 3.2.6.
 */
#include <stdlib.h>

void __cxa_pure_virtual(void);

void __cxa_pure_virtual(void)
{
	abort();
}
