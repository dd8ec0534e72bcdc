/*
 * premain/explain/explain_events.c
 *
 * Explains the events that a trace has kept, for who shows them beside each
 * other. A call that went on in another line stands where it began.
 */
#include "premain/explain/explain.h"

#include <stdlib.h>

struct explanation *explain_events(const struct trace_event *events,
				   size_t count)
{
	struct explanation *explanations = calloc(count + 1,
						  sizeof *explanations);
	struct explainer explainer = {0};

	for (size_t i = 0; explanations && i < count; i++) {
		struct trace_line line = trace_event_line(&events[i]);

		explain_line(&explainer, &line, i + 1, &explanations[i]);
	}
	explainer_free(&explainer);
	return explanations;
}

void explanations_free(struct explanation *explanations, size_t count)
{
	for (size_t i = 0; explanations && i < count; i++)
		text_free(&explanations[i].sentence);
	free(explanations);
}
