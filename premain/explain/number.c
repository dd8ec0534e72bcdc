/*
 * premain/explain/number.c
 *
 * A call that strace or qemu has only a number for: "syscall 435". From 424 on
 * every machine gives a call the same number.
 * Source: Linux Documentation/process/adding-syscalls.rst, scripts/syscall.tbl.
 */
#include "premain/explain/explain.h"
#include "premain/steps/call_name.h"

enum { SAME_EVERYWHERE = 424, RSEQ = 334 /* on x86-64 */ };

void explain_number(const struct scene *scene)
{
	struct trace_span name = scene->call->line->name;
	uint64_t number = 0;

	name.at += 8;			/* "syscall", and " " or "_" */
	name.length -= 8;
	span_number(name, "", &number);
	if (number == RSEQ)
		explain_rseq(scene);
	else if (number >= SAME_EVERYWHERE && call_name(number))
		tell(scene, INFERRED, "%s, by its number%e", call_name(number));
}
