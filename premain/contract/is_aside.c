/*
 * premain/contract/is_aside.c
 *
 * What depends on the moment at which a signal comes, which is another one in
 * each run: the signal, the return from its handler, a call that it has broken
 * off, and the end. Source: rt_sigreturn(2); signal(7); Linux linux/errno.h,
 * whose ERESTARTSYS and its like are 512 to 516.
 */
#include "premain/contract/contract.h"

#include <string.h>

bool is_aside(const struct trace_event *event)
{
	return event->kind != TRACE_CALL ||
	       strcmp(event->name, "rt_sigreturn") == 0 ||
	       strstr(event->result, " ERESTART") ||
	       strstr(event->result, " errno=51");
}
