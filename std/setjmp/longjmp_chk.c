/*
 * std/setjmp/longjmp_chk.c - longjmp, but only upwards: a place further down
 * belongs to a function that has returned (std/string/fortify.h)
 *
 * On an alternate signal stack nothing is known, and all is allowed.
 */
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <premain/syscalls.h>

_Noreturn void __longjmp_chk(jmp_buf place, int value);

static int on_other_stack(void)
{
	stack_t stack;

	return sys_sigaltstack(NULL, &stack) == 0
		&& (stack.ss_flags & SS_ONSTACK) != 0;
}

_Noreturn void __longjmp_chk(jmp_buf place, int value)
{
	static const char line[] = "*** longjmp causes uninitialized stack"
		" frame ***: terminated\n";
	/* the caller's rsp: above our return address and saved rbp */
	unsigned long caller = (unsigned long)__builtin_frame_address(0) + 16;

	if (place->__registers[6] < caller && !on_other_stack()) {
		sys_write(2, line, sizeof(line) - 1);
		abort();
	}
	longjmp(place, value);
}
