/*
 * premain/steps/show_calls.c
 *
 * System calls by their numbers in syscalls.tbl, with their arguments as the
 * registers have them: this is no strace.
 */
#include "premain/steps/show.h"

#include <string.h>

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* name(arguments as they are) = result: not strace's words. */
static void put_call(struct text *text, const struct call *call)
{
	const char *name = call_name(call->number);

	if (name)
		text_format(text, "%s(", name);
	else
		text_format(text, "syscall_%llu(",
			    (unsigned long long)call->number);
	for (size_t i = 0; i < call_arguments(call->number); i++)
		text_format(text, "%s%#llx", i ? ", " : "",
			    (unsigned long long)call->arguments[i]);
	if (!call->returned)
		text_put(text, ") = ?");
	else if (call->result < 0 && call->result >= -4095)
		text_format(text, ") = -1 errno=%lld",
			    (long long)-call->result);
	else
		text_format(text, ") = %#llx",
			    (unsigned long long)call->result);
}

void show_steps_calls(struct text *text, const struct steps *steps)
{
	for (size_t i = 0; i < steps->made_count; i++) {
		const struct call *call = &steps->made[i];
		const char *path = call->object < steps->object_count ?
			steps->objects[call->object].path : "(nowhere)";

		text_format(text, "%-6s ", phase_name(call->phase));
		put_call(text, call);
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
