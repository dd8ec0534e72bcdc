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

/* What stands around the name and the arguments, by the kind of line. */
static const char call[] = "\0(\0)";
static const char unfinished[] = "\0(\0 <unfinished ...>";
static const char resumed[] = "<... \0 resumed>\0)";

void trace_put_line(struct text *text, const struct trace_line *line)
{
	const char *around = line->kind == TRACE_RESUMED ? resumed :
			     line->kind == TRACE_UNFINISHED ? unfinished : call;

	if (!line->name.length) {
		put_span(text, line->arguments);
		return;
	}
	text_put(text, around);
	put_span(text, line->name);
	if (around != call ||
	    !memchr(line->name.at, ' ', line->name.length)) {
		text_put(text, nth_word(around, 1));
		put_span(text, line->arguments);
		text_put(text, nth_word(around, 2));
	}
	if (line->result.length) {
		text_put(text, " = ");
		put_span(text, line->result);
	}
}
