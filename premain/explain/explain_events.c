/*
 * premain/explain/explain_events.c
 *
 * Explains the events that a trace has kept, for who shows them beside each
 * other. A call that went on in another line stands where it began.
 */
#include "premain/explain/explain.h"

#include <stdlib.h>

/* A copy stays, the explainer's own is written over. */
static void take(void *to, const struct trace_line *line,
		 unsigned long long number,
		 const struct explanation *explanation)
{
	struct explanation *copy = (struct explanation *)to + number - 1;

	(void)line;
	copy->phase = explanation->phase;
	copy->basis = explanation->basis;
	text_add(&copy->sentence, text_string(&explanation->sentence),
		 explanation->sentence.length);
}

struct explanation *explain_events(const struct trace_event *events,
				   size_t count)
{
	struct explanation *explanations = calloc(count + 1,
						  sizeof *explanations);
	struct explainer explainer = {.taker = {take, explanations}};

	for (size_t i = 0; explanations && i < count; i++) {
		struct trace_line line = trace_event_line(&events[i]);

		explainer_feed(&explainer, &line, i + 1);
	}
	explainer_end(&explainer);
	explainer_free(&explainer);
	return explanations;
}

void explanations_free(struct explanation *explanations, size_t count)
{
	for (size_t i = 0; explanations && i < count; i++)
		text_free(&explanations[i].sentence);
	free(explanations);
}
