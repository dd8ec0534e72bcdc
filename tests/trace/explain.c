/*
 * tests/trace/explain.c - explain <LOG: the explanations of events kept
 *
 * One line for each event: NAME PHASE BASIS SENTENCE.
 */
#include <stdio.h>

#include "premain/explain/explain.h"

int main(void)
{
	static struct trace trace;
	struct explanation *explanations;

	while (trace_read(&trace, 0) > 0)
		;
	explanations = explain_events(trace.events, trace.count);
	if (!explanations)
		return 1;
	for (size_t i = 0; i < trace.count; i++)
		printf("%s %s %s %s\n", trace.events[i].name,
		       phase_word(explanations[i].phase),
		       basis_word(explanations[i].basis),
		       text_string(&explanations[i].sentence));
	explanations_free(explanations, trace.count);
	trace_free(&trace);
	return 0;
}
