/*
 * premain/steps/show_calls.c
 *
 * Each system call with its phase, and who made it.
 */
#include "premain/steps/show.h"

#include <string.h>

void put_object(struct text *text, const char *path)
{
	const char *slash = strrchr(path, '/');

	path = slash ? slash + 1 : path;
	text_show(text, path);
}

void show_steps_calls(struct text *text, const struct steps *steps)
{
	for (size_t i = 0; i < steps->made_count; i++) {
		const struct call *call = &steps->made[i];

		text_format(text, "%-6s ", phase_name(call->phase));
		put_raw_call(text, call->number, call->arguments,
			     call->returned ? &call->result : NULL);
		text_put(text, "  # ");
		if (call->function)
			text_show(text, call->function);
		text_put(text, call->function ? " of " : "");
		put_object(text, call->object < steps->object_count ?
			   steps->objects[call->object].path : "(nowhere)");
		text_put(text, "\n");
	}
}
