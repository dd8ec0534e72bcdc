/*
 * premain/run/run_tracer_name.c
 *
 * The name that a tracer is known and found by.
 */
#include "premain/run/run.h"

#include <stddef.h>

const char *run_tracer_name(enum tracer_kind kind)
{
	return kind == TRACER_NONE ? NULL :
	       nth_word("strace\0qemu-x86_64\0premain trace",
			kind - TRACER_STRACE);
}
