/*
 * premain/trace/trace_put_line.c
 *
 * A line as every command shows it, in strace's form, without its pid and
 * time; nothing in it commands the terminal. A call of which only the number
 * is known (qemu's "Unknown syscall 334") has no arguments, not empty ones.
 */
#include "premain/text/text.h"
#include "premain/trace/trace.h"

#include <string.h>

static void put_span(struct text *text, struct trace_span span)
{
	if (span.length)
		text_put_visible(text, span.at, span.length);
}

void trace_put_line(struct text *text, const struct trace_line *line)
{
	if (!line->name.length) {
		put_span(text, line->arguments);
		return;
	}
	if (line->kind == TRACE_RESUMED) {
		text_put(text, "<... ");
		put_span(text, line->name);
		text_put(text, " resumed>");
	} else {
		put_span(text, line->name);
	}
	if (line->kind == TRACE_RESUMED || line->kind == TRACE_UNFINISHED) {
		text_put(text, line->kind == TRACE_RESUMED ? "" : "(");
		put_span(text, line->arguments);
		text_put(text, line->kind == TRACE_RESUMED ? ")" :
			 " <unfinished ...>");
	} else if (!memchr(line->name.at, ' ', line->name.length)) {
		text_put(text, "(");
		put_span(text, line->arguments);
		text_put(text, ")");
	}
	if (line->result.length) {
		text_put(text, " = ");
		put_span(text, line->result);
	}
}
