/*
 * premain/steps/show_json.c
 *
 * For programs: `schema` is the version of this shape. Source: RFC 8259.
 */
#include "premain/steps/show.h"

#include <stdlib.h>
#include <string.h>

static void put_json_string(struct text *text, const char *string)
{
	if (string)
		json_put_string(text, string, strlen(string));
	else
		text_put(text, "null");
}

static void put_json_calls(struct text *text, const struct steps *steps)
{
	for (size_t i = 0; i < steps->made_count; i++) {
		const struct call *call = &steps->made[i];

		text_format(text, "%s\n  {\"phase\": \"%s\", \"number\": %llu, "
			    "\"name\": ", i ? "," : "",
			    phase_name(call->phase),
			    (unsigned long long)call->number);
		put_json_string(text, call_name(call->number));
		text_put(text, ", \"arguments\": [");
		for (size_t j = 0; j < call_arguments(call->number); j++)
			text_format(text, "%s%llu", j ? ", " : "",
				    (unsigned long long)call->arguments[j]);
		text_put(text, "], \"result\": ");
		if (call->returned)
			text_format(text, "%lld", (long long)call->result);
		else
			text_put(text, "null");
		text_put(text, ", \"object\": ");
		put_json_string(text, call->object < steps->object_count ?
				steps->objects[call->object].path : NULL);
		text_put(text, ", \"function\": ");
		put_json_string(text, call->function);
		text_put(text, "}");
	}
}

/* A number of steps; with borders only, nobody has counted. */
static void put_figure(struct text *text, const struct steps *steps,
		       uint64_t number)
{
	if (steps->borders)
		text_put(text, "null");
	else
		text_format(text, "%llu", (unsigned long long)number);
}

void show_steps_json(struct text *text, const struct steps *steps,
		     const char *program)
{
	size_t count, i;
	struct function *list = list_functions(steps, &count);

	text_put(text, "{\"schema\": 1, \"program\": ");
	put_json_string(text, program);
	text_put(text, ", \"steps\": ");
	put_figure(text, steps, steps->total);
	text_format(text, ", \"limited\": %s,\n \"phases\": {",
		    steps->limited ? "true" : "false");
	for (i = 0; i < PHASES; i++) {
		text_format(text, "%s\"%s\": {\"steps\": ", i ? ", " : "",
			    phase_name((enum phase)i));
		put_figure(text, steps, steps->phases[i]);
		text_format(text, ", \"calls\": %llu",
			    (unsigned long long)steps->calls[i]);
		if (steps->borders)
			text_format(text, ", \"nanoseconds\": %llu",
				    (unsigned long long)steps->times[i]);
		text_put(text, "}");
	}
	text_put(text, "},\n \"functions\": [");
	for (i = 0; list && i < count; i++) {
		text_put(text, i ? ",\n  {\"name\": " : "\n  {\"name\": ");
		put_json_string(text, list[i].name);
		text_put(text, ", \"object\": ");
		put_json_string(text, list[i].path);
		text_format(text, ", \"steps\": %llu}",
			    (unsigned long long)list[i].steps);
	}
	text_put(text, "\n ],\n \"calls\": [");
	put_json_calls(text, steps);
	text_put(text, "\n ]}\n");
	text->lost = text->lost || !list;
	free(list);
}
