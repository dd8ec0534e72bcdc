/*
 * premain/compare/put_event.c
 *
 * A call that is too long for its column loses the end of its arguments, and
 * keeps its name and its result.
 */
#include "premain/compare/cells.h"

#include <string.h>

enum { LEAST = 6 };	/* fewer arguments than this say nothing */

/* "-1 ENOENT" of "-1 ENOENT (No such file or directory)" */
static size_t short_result(const char *result)
{
	const char *words = strstr(result, " (");

	return words && *result == '-' ? (size_t)(words - result) :
					 strlen(result);
}

/* name(argum...) = result in exactly that many columns. */
static void put_short(struct text *text, const struct trace_event *event,
		      const struct text *whole, size_t width,
		      const struct terminal *terminal)
{
	struct text arguments = {0}, result = {0};
	size_t frame = strlen(event->name) + strlen("()");

	text_show(&arguments, event->arguments);
	if (*event->result) {
		text_put(&result, " = ");
		text_put_visible(&result, event->result,
				 short_result(event->result));
	}
	frame += result.length;
	if (event->kind == TRACE_CALL && width >= frame + LEAST) {
		text_put(text, event->name);
		text_put(text, "(");
		put_cut(text, text_string(&arguments), arguments.length,
			width - frame, terminal);
		text_put(text, ")");
		text_put(text, text_string(&result));
	} else {
		put_cut(text, whole->bytes, whole->length, width, terminal);
	}
	text_free(&arguments);
	text_free(&result);
}

void put_event(struct text *text, const struct trace_event *event,
	       unsigned int main_pid, size_t width,
	       const struct terminal *terminal)
{
	struct text whole = {0}, task = {0};

	if (event->pid != main_pid && event->pid)
		text_format(&task, "[%u] ", event->pid);
	trace_put_event(&whole, event);
	if (task.length > width)
		width = task.length;
	text_put(text, text_string(&task));
	width -= task.length;
	if (whole.length <= width)
		text_add(text, text_string(&whole), whole.length);
	else
		put_short(text, event, &whole, width, terminal);
	text_free(&whole);
	text_free(&task);
}
