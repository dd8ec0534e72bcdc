/*
 * std/string/fortify.h - what the checked names share: NAME_chk of other C
 * libraries' headers, which a compiler's -D_FORTIFY_SOURCE calls
 *
 * Each has one argument more, the size of the object that is written to;
 * (size_t)-1 where the compiler does not know it. Source: LSB core 10.
 */
#ifndef STD_STRING_FORTIFY_H
#define STD_STRING_FORTIFY_H

#include <stddef.h>

/* "*** buffer overflow detected ***: terminated", and SIGABRT. */
_Noreturn void __chk_fail(void);

/* `size` bytes are going to be written to `room` bytes. */
static inline void check_room(size_t size, size_t room)
{
	if (size > room)
		__chk_fail();
}

#endif
