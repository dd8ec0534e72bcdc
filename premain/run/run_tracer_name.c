/*
 * premain/run/run_tracer_name.c
 *
 * The name that a tracer is known and found by.
 */
#include "premain/run/run.h"

#include <stddef.h>

const char *run_tracer_name(enum tracer_kind kind)
{
	static const char *const names[] = {
		[TRACER_NONE] = NULL, [TRACER_STRACE] = "strace",
		[TRACER_QEMU] = "qemu-x86_64", [TRACER_OWN] = "premain trace"
	};

	return names[kind];
}
