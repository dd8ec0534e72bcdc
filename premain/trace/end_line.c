/*
 * premain/trace/end_line.c
 *
 * What a line is to those before it: an event of its own, or more of a call
 * that is broken, by who has pasted it or by what the program itself has
 * written in between (strace and the program on one terminal).
 */
#include "premain/trace/lines.h"

/* A line that nothing but the rest of a call can be: ") = 3", ", 0) = 3". */
static bool is_rest(struct cursor c, size_t skipped)
{
	if (skipped > left(&c))
		return false;
	c.at += skipped;
	skip_blanks(&c);
	if (starts_any(&c, ",\0" "<unfinished ...>\0" "<detached ...>\0"))
		return true;
	if (take(&c, ")"))
		skip_blanks(&c);
	return starts(&c, "= ") && left(&c) > 2 &&
	       is_one_of(c.at[2], "-?0123456789");
}

/* The program's text, in the middle of a call or in front of its rest. */
static void skip_output(struct trace *trace, const char *text, size_t length)
{
	if (length)
		record_text(trace, TRACE_OUTPUT, text, length);
	length++;			/* a line feed is written, too */
	trace->output -= length < trace->output ? length : trace->output;
}

/* "(No such file)", "<0.0001>", the rest of a number or of ENOENT: more of a
 * result that might end where its line does. */
static bool is_more(struct cursor c)
{
	const char *from = c.at;

	while (c.at < c.end && is_name(*c.at))
		c.at++;
	if (c.at == c.end || *c.at == '\n')
		return c.at > from;
	if (is_one_of(*c.at, "<("))	/* not of 12<sh> or read( */
		return c.at == from && !starts(&c, "<... ");
	skip_blanks(&c);
	return starts(&c, "(") || (take(&c, "<") && count_digits(&c));
}

bool may_go_on(struct cursor next)
{
	size_t digits;

	while (next.at < next.end && is_one_of(*next.at, " \t\r\n>|#"))
		next.at++;
	digits = count_digits(&next);
	if (digits < left(&next) && is_one_of(next.at[digits], "\t:.)|-"))
		next.at += digits + 1;
	skip_blanks(&next);
	return next.at == next.end || is_more(next);
}

/* Whether a line is an event of its own, or begins one. "0) = 3" is none. */
static bool is_new(const struct trace *trace, struct cursor own,
		   const struct reading *reading)
{
	if (reading->parsed.kind != TRACE_UNKNOWN)
		return trace->whole || reading->parsed.name.length ||
		       reading->parsed.kind != TRACE_RESUMED;
	if (trace->complete) {
		skip_blanks(&own);
		if (!is_more(own))
			return true;
	}
	return reading->parsed.begun;
}

/* [{WIFEXITED(s)}], 0, NULL) = 12: the rest of a call that has stopped behind
 * its first argument. */
static bool is_next_argument(const struct trace *trace, struct cursor own)
{
	return trace->output && left(&own) && begins_argument(*own.at) &&
	       trace->line.bytes[trace->pieces[0].to - 1] == ' ' &&
	       memmem(own.at, left(&own), ") ", 2);
}

/* A line while another one is held. False: it has nothing to do with that,
 * which is no longer held. */
static bool go_on(struct trace *trace, struct cursor piece,
		  struct reading *reading, struct cursor next)
{
	const struct trace_piece *first = &trace->pieces[0];
	const char *bytes = trace->line.bytes;
	struct cursor own = piece, paste = {bytes + first->start,
					    bytes + first->end};
	unsigned int kinds;
	bool rest;

	kinds = take_paste(&paste, PASTE_QUOTING | PASTE_NUMBER);
	if (kinds)
		take_paste(&own, kinds);
	rest = !trace->whole && is_rest(own, 0);
	if (!rest && trace->output && is_rest(own, trace->output)) {
		rest = true;
		own.at += trace->output;
		skip_output(trace, own.at - trace->output, trace->output);
	}
	rest = rest || is_next_argument(trace, own);
	if (!rest && !trace->complete && reading->parsed.kind == TRACE_NOTE) {
		record(trace, reading, trace->lines);
		return true;
	}
	if (!rest && trace->output &&
	    reading->parsed.kind == TRACE_UNKNOWN) {
		skip_output(trace, own.at, left(&own));
		return true;
	}
	if (!rest && is_new(trace, own, reading)) {
		release_pieces(trace);
		return false;
	}
	return add_piece(trace, piece, own, rest, next);
}

/* "two[pid 12] close(3) = 0": the program's text has had no line feed. What is
 * read is clean already, and may lie where clean text is put. */
static void split(struct trace *trace, struct reading *reading)
{
	const char *event = memmem(reading->text, reading->length, "[pid ", 5);
	struct reading rest = {.text = event};
	size_t before = event ? (size_t)(event - reading->text) : 0;

	if (!before)
		return;
	rest.length = reading->length - before;
	rest.used = trace_parse_line(event, rest.length, &rest.parsed);
	if (rest.parsed.kind == TRACE_UNKNOWN)
		return;
	record_text(trace, TRACE_OUTPUT, reading->text, before);
	*reading = rest;
}

/* strace -z holds lines back: then the rest of a call follows its beginning,
 * without its name. */
static void resume(struct trace *trace, struct reading *reading)
{
	const struct trace_open *open = trace->newest;
	struct reading rest;

	if (!open || open->number + 1 != trace->lines || open->closed)
		return;
	trace->joined.length = 0;
	text_format(&trace->joined, "<... %s resumed>%.*s", open->name,
		    (int)reading->length, reading->text);
	if (read_text(trace, text_string(&trace->joined),
		      trace->joined.length, &rest)) {
		*reading = rest;
		reading->parsed.pid = open->pid;
	}
}

/* A line that begins something: a whole event, or the first part of one. */
static void begin(struct trace *trace, struct cursor line,
		  struct reading *reading, struct cursor next)
{
	const struct trace_line *parsed = &reading->parsed;
	struct cursor own = line, behind = line;

	trace->whole = parsed->kind != TRACE_UNKNOWN && !parsed->closed;
	trace->complete = trace->whole && !parsed->cut;
	if (trace->complete ? !may_go_on(next) : !parsed->cut) {
		if (parsed->kind == TRACE_UNKNOWN)
			split(trace, reading);
		if (parsed->kind == TRACE_UNKNOWN)
			resume(trace, reading);
		record(trace, reading, trace->lines);
		trace->line.length = 0;
		return;
	}
	if (parsed->kind == TRACE_UNKNOWN)
		own.end = own.at + without_splice(own.at, left(&own),
						  &trace->output);
	else if (parsed->closed && reading->text == line.at &&
		 is_write(parsed->name)) {
		own.end = parsed->arguments.at + parsed->arguments.length + 1;
		trace->output = write_length(parsed);
	}
	behind.at = own.end;
	if (is_note(&behind))
		record_text(trace, TRACE_NOTE, behind.at, left(&behind));
	else if (trace->output)
		skip_output(trace, behind.at, left(&behind));
	hold_piece(trace, line, own, false);
}

/* How long lines are: only those near this one say by how much a line that
 * was broken has had room for. */
static void measure(struct trace *trace, size_t length)
{
	enum { NEAR = 64 };

	if (trace->lines % NEAR == 0) {
		trace->longest = trace->longest_near;
		trace->longest_near = 0;
	}
	if (length > trace->longest_near)
		trace->longest_near = length;
	if (length > trace->longest)
		trace->longest = length;
}

void end_line(struct trace *trace, struct cursor line, struct cursor next)
{
	struct text *text = &trace->line;
	bool kept = text->length > held_bytes(trace);
	struct reading reading;

	while (line.end > line.at && line.end[-1] == '\r')
		line.end--;
	trace->lines++;
	if (line.at == line.end)
		return;
	measure(trace, left(&line));
	if (is_table(trace, line)) {
		if (trace->complete)
			release_pieces(trace);
		record_text(trace, TRACE_NOTE, line.at, left(&line));
		text->length = held_bytes(trace);
		return;
	}
	read_text(trace, line.at, left(&line), &reading);
	if (trace->piece_count) {
		if (go_on(trace, line, &reading, next)) {
			text->length = held_bytes(trace);
			return;
		}
		text->length = 0;
		if (kept) {		/* behind what was held */
			text->length = left(&line);
			memmove(text->bytes, line.at, text->length);
			line.at = text->bytes;
			line.end = line.at + text->length;
		}
		read_text(trace, line.at, left(&line), &reading);
	}
	begin(trace, line, &reading, next);
}
