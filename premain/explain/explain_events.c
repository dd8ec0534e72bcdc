/*
 * premain/explain/explain_events.c
 *
 * Explains the events that a trace has kept, for who shows them beside each
 * other. A call that went on in another line stands where it began.
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

static struct trace_span span(const char *string)
{
	return (struct trace_span){string, string ? strlen(string) : 0};
}

/* In "-1 ENOENT (No such file)", and in "-1 errno=2 (No such file)". */
static struct trace_span find_error(const char *result)
{
	const char *error = result ? strchr(result, ' ') : NULL;

	if (!error)
		return (struct trace_span){NULL, 0};
	error++;
	if (strncmp(error, "errno=", 6) == 0)
		error += 6;
	return (struct trace_span){error, strcspn(error, " ")};
}

static struct trace_line line_of(const struct trace_event *event)
{
	struct trace_line line = {
		.kind = event->kind, .pid = event->pid,
		.name = span(event->name), .arguments = span(event->arguments),
		.result = span(event->result), .failed = event->failed
	};

	if (event->failed)
		line.error = find_error(event->result);
	return line;
}

struct explanation *explain_events(const struct trace_event *events,
				   size_t count)
{
	struct explanation *explanations = calloc(count + 1,
						  sizeof *explanations);
	struct explainer explainer = {0};

	for (size_t i = 0; explanations && i < count; i++) {
		struct trace_line line = line_of(&events[i]);

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
