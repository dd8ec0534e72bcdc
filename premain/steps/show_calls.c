/*
 * premain/steps/show_calls.c
 *
 * Each system call with its phase, and who made it.
 */
#include "premain/steps/show.h"

#include <string.h>

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

void show_steps_calls(struct text *text, const struct steps *steps)
{
	for (size_t i = 0; i < steps->made_count; i++) {
		const struct call *call = &steps->made[i];
		const char *path = call->object < steps->object_count ?
			steps->objects[call->object].path : "(nowhere)";

		text_format(text, "%-6s ", phase_name(call->phase));
		put_raw_call(text, call->number, call->arguments,
			     call->returned ? &call->result : NULL);
		text_put(text, "  # ");
		if (call->function)
			text_put_visible(text, call->function,
					 strlen(call->function));
		text_put(text, call->function ? " of " : "");
		text_put_visible(text, base_name(path),
				 strlen(base_name(path)));
		text_put(text, "\n");
	}
}
