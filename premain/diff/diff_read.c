/*
 * premain/diff/diff_read.c
 *
 * One side of a comparison, from a log or from the events that a trace has
 * kept.
 */
#include "premain/diff/diff.h"

#include <errno.h>
#include <stdlib.h>

int diff_read(struct diff_side *side, int fd)
{
	struct trace *trace = calloc(1, sizeof *trace);
	struct diff_taker taker = {.side = side, .explainer.trace = trace,
				   .teller.trace = trace};
	ssize_t length;

	if (!trace)
		return -1;
	trace->taker = (struct trace_taker){diff_take, &taker};
	do
		length = trace_read(trace, fd);
	while (length > 0 && !side->lost && !side->cut);
	diff_taken(&taker);		/* who may look at open calls */
	trace_free(trace);
	free(trace);
	if (side->lost)
		errno = ENOMEM;
	return length < 0 || side->lost ? -1 : 0;
}

void diff_events(struct diff_side *side, const struct trace *trace)
{
	struct diff_taker taker = {.side = side};

	for (size_t i = 0; i < trace->count; i++) {
		struct trace_line line = trace_event_line(&trace->events[i]);

		diff_take(&taker, &line, i + 1);
	}
	diff_taken(&taker);
}
