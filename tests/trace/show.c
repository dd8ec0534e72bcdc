/*
 * tests/trace/show.c - show [PIECE] <LOG: what premain/trace reads in a log
 *
 * One line for each event, `PID NAME(ARGUMENTS) = RESULT`, then the counts. The
 * log is fed in pieces of PIECE bytes: where it is cut must not matter.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "premain/trace/trace.h"

static const char *const kinds[] = {
	[TRACE_UNKNOWN] = "?", [TRACE_CALL] = "", [TRACE_SIGNAL] = "",
	[TRACE_EXIT] = ""
};

int main(int argc, char **argv)
{
	static struct trace trace;
	static char bytes[1 << 16];
	size_t piece = argc > 1 ? strtoul(argv[1], NULL, 10) : sizeof bytes;
	ssize_t length;

	while ((length = read(0, bytes, piece)) > 0)
		trace_feed(&trace, bytes, (size_t)length);
	trace_end(&trace);
	for (size_t i = 0; i < trace.count; i++) {
		const struct trace_event *event = &trace.events[i];

		printf("%s%u %s(%s) = %s\n", kinds[event->kind], event->pid,
		       event->name, event->arguments, event->result);
	}
	printf("%llu lines, %llu calls, %llu failed, %llu notes, "
	       "%llu unknown\n", trace.lines, trace.calls, trace.failed,
	       trace.notes, trace.unknown);
	trace_free(&trace);
	return 0;
}
