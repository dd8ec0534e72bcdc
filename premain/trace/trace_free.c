/*
 * premain/trace/trace_free.c
 *
 * What was read is forgotten.
 */
#include "premain/trace/trace.h"

#include <stdlib.h>

void trace_free(struct trace *trace)
{
	size_t i;

	for (i = 0; i < trace->count; i++)
		free(trace->events[i].name);
	for (i = 0; i < TRACE_OPEN && trace->open; i++)
		text_free(&trace->open[i].arguments);
	free(trace->open);
	free(trace->events);
	text_free(&trace->line);
	text_free(&trace->joined);
	text_free(&trace->clean);
}
