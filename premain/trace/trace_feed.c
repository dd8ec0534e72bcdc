/*
 * premain/trace/trace_feed.c
 *
 * Cuts a stream into lines, and puts together what belongs together: a call
 * that is broken over several lines, by who has pasted it or by what the
 * program itself has written in between (strace and the program on one
 * terminal). Such lines are held until the call is whole; where it does not
 * become so, each is read by itself. A line is bounded: what is over
 * TRACE_LINE bytes of it is left out, however long it goes on.
 */
#include "premain/trace/cursor.h"

#include <stdlib.h>

/* A text that has been read, but is not recorded yet. */
struct reading {
	struct trace_line parsed;	/* its first event */
	size_t used;			/* the bytes of that */
	const char *text;
	size_t length;
};

static bool read_text(struct trace *trace, const char *text, size_t length,
		      struct reading *reading)
{
	*reading = (struct reading){.text = text, .length = length};
	if (clean_line(&trace->clean, text, length)) {
		reading->text = text_string(&trace->clean);
		reading->length = trace->clean.length;
	}
	reading->used = trace_parse_line(reading->text, reading->length,
					 &reading->parsed);
	if (reading->parsed.kind == TRACE_UNKNOWN) {	/* as it stands */
		reading->parsed.arguments = span(text, text + length);
		reading->used = reading->length;
	}
	return reading->parsed.kind != TRACE_UNKNOWN;
}

/*
 * A number in front of a line may be a pid, or the line's own in a document:
 * that one goes up by one with each line. So may the pids of threads, but
 * strace fills theirs up to five digits.
 */
static void tell_numbers(struct trace *trace, struct trace_line *line)
{
	if (!line->bare)
		return;
	trace->counted = line->pid == trace->last_pid + 1 ?
			 trace->counted + 1 : 0;
	trace->last_pid = line->pid;
	if ((trace->counted > 1 && line->pid < 10000) ||
	    (line->pid == trace->number && (trace->counted ||
					    line->pid == 1)))
		line->pid = 0;
}

/* Mostly one call; where qemu has spliced another task's into it, more. */
static void record(struct trace *trace, struct reading *reading,
		   unsigned long long number)
{
	size_t done = reading->used;

	trace->number = number;
	tell_numbers(trace, &reading->parsed);
	if (reading->parsed.output.length)
		trace_record_line(trace, &(struct trace_line){
			.kind = TRACE_OUTPUT,
			.arguments = reading->parsed.output});
	trace_record_line(trace, &reading->parsed);
	while (done < reading->length) {
		done += trace_parse_line(reading->text + done,
					 reading->length - done,
					 &reading->parsed);
		trace_record_line(trace, &reading->parsed);
	}
}

static void record_text(struct trace *trace, enum trace_kind kind,
			const char *text, size_t length)
{
	trace->number = trace->lines;
	trace_record_line(trace, &(struct trace_line){
		.kind = kind, .arguments = span(text, text + length)});
}

/* A line that is about as long as others that were broken, by a terminal of 80
 * columns or at the longest length of this log; a word may have been carried
 * over. */
static bool is_full(const struct trace *trace, size_t length)
{
	enum { WORD = 12 };

	return length == 80 || length + WORD > trace->longest;
}

static size_t held_bytes(const struct trace *trace)
{
	return trace->piece_count ?
	       trace->pieces[trace->piece_count - 1].end : 0;
}

/* Whether a call begins here, name( behind whatever may be before it, and not
 * something like htons(80) in the middle of one. */
static bool begins_call(const struct reading *reading)
{
	struct cursor c = {reading->text, reading->text + reading->length};
	struct trace_line line = {0};

	take_prefix(&c, &line);
	if (starts(&c, "<... ") || starts(&c, "--- SIG"))
		return true;
	return take_name(&c).length && starts(&c, "(") &&
	       (reading->parsed.cut || line.pid);
}

/* A row of the table of -c begins with a number, and no call has one. */
static bool is_row(const struct cursor *c)
{
	return c->at < c->end && (is_digit(*c->at) || starts(c, "------")) &&
	       !memchr(c->at, '(', left(c));
}

/* The table of -c: its heading, and rows up to its total. */
static bool is_table(struct trace *trace, struct cursor c)
{
	skip_blanks(&c);
	if (starts(&c, "% time ")) {
		trace->in_table = true;
		return true;
	}
	if (!trace->in_table)
		return false;
	trace->in_table = is_row(&c) && !ends(&c, "total");
	return is_row(&c);
}

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
	       (is_digit(c.at[2]) || is_one_of(c.at[2], "-?"));
}

/* Whether a blank was lost between two lines: a log that is broken at blanks
 * has lines of many lengths, and a comma has a blank behind it. */
static bool is_apart(struct trace *trace, const struct trace_piece *piece,
		     struct cursor next)
{
	if (next.at == next.end || *next.at == ' ' ||
	    piece->to == piece->from || piece->to < piece->end)
		return false;
	trace->soft = trace->soft ||
		      trace->longest > piece->end - piece->start;
	return trace->soft || trace->line.bytes[piece->to - 1] == ',';
}

static void hold(struct trace *trace, struct cursor own, bool rest)
{
	const char *bytes = trace->line.bytes;
	size_t start = held_bytes(trace), count = trace->piece_count;

	if (count)
		trace->pieces[count - 1].apart = !rest &&
			is_apart(trace, &trace->pieces[count - 1], own);
	trace->pieces[count] = (struct trace_piece){
		.start = start, .end = trace->line.length,
		.from = (size_t)(own.at - bytes),
		.to = (size_t)(own.end - bytes), .number = trace->lines};
	trace->piece_count++;
}

/* All that is held, as one line; false: it is none, or not yet. */
static bool join(struct trace *trace, struct reading *reading)
{
	struct text *joined = &trace->joined;

	joined->length = 0;
	for (size_t i = 0; i < trace->piece_count; i++) {
		const struct trace_piece *piece = &trace->pieces[i];

		text_add(joined, trace->line.bytes + piece->from,
			 piece->to - piece->from);
		if (piece->apart)
			text_put(joined, " ");
	}
	return read_text(trace, text_string(joined), joined->length,
			 reading) && !reading->parsed.cut;
}

/* No more belongs to what is held. It is an event as it stands, or each line
 * is read by itself. */
static void give_up(struct trace *trace)
{
	struct reading reading;
	size_t i = 0;

	if (trace->whole && trace->piece_count) {
		join(trace, &reading);
		record(trace, &reading, trace->pieces[0].number);
		i = trace->piece_count;
	}
	for (; i < trace->piece_count; i++) {
		const struct trace_piece *piece = &trace->pieces[i];

		read_text(trace, trace->line.bytes + piece->start,
			  piece->end - piece->start, &reading);
		record(trace, &reading, piece->number);
	}
	trace->piece_count = 0;
	trace->output = 0;
	trace->whole = trace->complete = false;
}

/* The program's text, in the middle of a call or in front of its rest. */
static void skip_output(struct trace *trace, const char *text, size_t length)
{
	if (length)
		record_text(trace, TRACE_OUTPUT, text, length);
	trace->output -= length + 1 < trace->output ? length + 1 :
						      trace->output;
}

/* The next line of a call, which may make it whole. */
static bool add_line(struct trace *trace, struct cursor own, bool rest)
{
	struct reading reading;
	bool full = is_full(trace, left(&own));

	hold(trace, own, rest);
	if (join(trace, &reading)) {
		trace->whole = trace->complete = true;
		if (!full)
			give_up(trace);
		return true;
	}
	if (!reading.parsed.cut || (trace->whole && !full)) {
		trace->piece_count--;
		give_up(trace);
		return false;
	}
	trace->whole = reading.parsed.kind != TRACE_UNKNOWN;
	trace->complete = false;
	if (trace->piece_count == TRACE_HELD ||
	    trace->line.length > TRACE_JOINED)
		give_up(trace);
	return true;
}

/* "(No such file)", "<0.0001>", the rest of a number or of ENOENT: more of a
 * result that might end where its line does. */
static bool is_more(struct cursor c)
{
	const char *from;

	skip_blanks(&c);
	if (take(&c, "<"))
		return count_digits(&c);
	if (starts(&c, "("))
		return true;
	from = c.at;
	take(&c, "x");
	while (c.at < c.end && (is_digit(*c.at) ||
	       (*c.at >= 'a' && *c.at <= 'f')))
		c.at++;
	while (c.at < c.end && *c.at >= 'A' && *c.at <= 'Z')
		c.at++;
	return c.at > from && (c.at == c.end || is_one_of(*c.at, " <("));
}

/* Nothing that strace has written. */
static bool is_binary(struct cursor c)
{
	for (; c.at < c.end; c.at++)
		if ((*c.at >= 0 && *c.at < ' ' && *c.at != '\t') ||
		    *c.at == 0x7f)
			return true;
	return false;
}

/* Whether a line is an event of its own, or begins one. "0) = 3" is none. */
static bool is_new(const struct trace *trace, struct cursor own,
		   const struct reading *reading)
{
	const struct trace_piece *first = &trace->pieces[0];

	if (reading->parsed.kind != TRACE_UNKNOWN)
		return trace->whole || reading->parsed.name.length ||
		       reading->parsed.kind != TRACE_RESUMED;
	if (trace->complete && !is_more(own))
		return true;
	return is_binary(own) || (begins_call(reading) &&
	       (trace->whole || !is_full(trace, first->end - first->start)));
}

/* A line while another one is held. False: it has nothing to do with that,
 * which is no longer held. */
static bool go_on(struct trace *trace, struct cursor piece,
		  struct reading *reading)
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
	if (!rest && reading->parsed.kind == TRACE_NOTE) {
		record(trace, reading, trace->lines);
		return true;
	}
	if (!rest && trace->output &&
	    reading->parsed.kind == TRACE_UNKNOWN) {
		skip_output(trace, own.at, left(&own));
		return true;
	}
	if (!rest && is_new(trace, own, reading)) {
		give_up(trace);
		return false;
	}
	return add_line(trace, own, rest);
}

/* "two[pid 12] close(3) = 0": the program's text has had no line feed. */
static void split(struct trace *trace, struct reading *reading)
{
	struct cursor c = {reading->text, reading->text + reading->length};
	const char *event = memmem(c.at, left(&c), "[pid ", 5);
	struct reading rest;

	if (event > c.at &&
	    read_text(trace, event, (size_t)(c.end - event), &rest)) {
		record_text(trace, TRACE_OUTPUT, c.at,
			    (size_t)(event - c.at));
		*reading = rest;
	}
}

/* A line that begins something: a whole event, or the first part of one. */
static void begin(struct trace *trace, struct cursor piece,
		  struct reading *reading)
{
	const struct trace_line *parsed = &reading->parsed;
	struct cursor own = piece;

	if (!parsed->cut && (parsed->kind == TRACE_UNKNOWN || parsed->closed ||
			     !is_full(trace, left(&piece)))) {
		if (parsed->kind == TRACE_UNKNOWN)
			split(trace, reading);
		record(trace, reading, trace->lines);
		trace->line.length = 0;
		return;
	}
	trace->whole = parsed->kind != TRACE_UNKNOWN && !parsed->closed;
	trace->complete = trace->whole && !parsed->cut;
	if (parsed->kind == TRACE_UNKNOWN)
		own.end = own.at + without_splice(own.at, left(&own),
						  &trace->output);
	else if (parsed->closed && reading->text == piece.at &&
		 is_write(parsed->name)) {
		own.end = own.at + reading->used;
		trace->output = TRACE_JOINED;
	}
	piece.at = own.end;
	if (left(&piece))
		record_text(trace, is_note(&piece) ? TRACE_NOTE : TRACE_OUTPUT,
			    piece.at, left(&piece));
	hold(trace, own, false);
}

static void end_line(struct trace *trace)
{
	struct text *line = &trace->line;
	struct cursor piece;
	struct reading reading;
	size_t length;

	if (line->lost) {		/* no memory: its bytes are gone */
		trace->lost = true;
		line->lost = false;
	}
	while (line->length > held_bytes(trace) &&
	       line->bytes[line->length - 1] == '\r')
		line->length--;
	trace->lines++;
	piece = (struct cursor){line->bytes + held_bytes(trace),
				line->bytes + line->length};
	length = left(&piece);
	if (length == 0)
		return;
	if (length > trace->longest)
		trace->longest = length;
	if (is_table(trace, piece)) {
		record_text(trace, TRACE_NOTE, piece.at, length);
		line->length = held_bytes(trace);
		return;
	}
	read_text(trace, piece.at, length, &reading);
	if (trace->piece_count) {
		if (go_on(trace, piece, &reading)) {
			line->length = held_bytes(trace);
			return;
		}
		memmove(line->bytes, piece.at, length);
		line->length = length;
		piece = (struct cursor){line->bytes, line->bytes + length};
		read_text(trace, piece.at, length, &reading);
	}
	begin(trace, piece, &reading);
}

void trace_feed(struct trace *trace, const char *bytes, size_t length)
{
	while (length) {
		const char *end = memchr(bytes, '\n', length);
		size_t piece = end ? (size_t)(end - bytes) : length;
		size_t room = TRACE_LINE + held_bytes(trace) -
			      trace->line.length;

		text_add(&trace->line, bytes, piece < room ? piece : room);
		if (!end)
			return;
		end_line(trace);
		bytes += piece + 1;
		length -= piece + 1;
	}
}

/* A log's last line may end in the middle of a call, which has begun. */
static void break_off(struct trace *trace)
{
	const struct trace_piece *piece = &trace->pieces[0];
	struct cursor c = {trace->line.bytes + piece->from,
			   trace->line.bytes + piece->to};
	struct trace_line line = {.kind = TRACE_UNFINISHED};

	take_prefix(&c, &line);
	line.name = take_name(&c);
	if (line.name.length == 0 || !take(&c, "(") ||
	    take_arguments(&c, &line.arguments))
		return;
	line.arguments = span(c.at, c.end);
	if (!line.arguments.length || !trace->calls)
		return;
	trace->number = piece->number;
	trace_record_line(trace, &line);
	trace->piece_count = 0;
}

void trace_end(struct trace *trace)
{
	if (trace->line.length > held_bytes(trace))
		end_line(trace);
	if (trace->piece_count == 1 && !trace->whole)
		break_off(trace);
	give_up(trace);
	trace->line.length = 0;
	trace_record_open(trace);
}

void trace_free(struct trace *trace)
{
	size_t i;

	for (i = 0; i < trace->count; i++)
		free(trace->events[i].name);
	for (i = 0; i < trace->open_count; i++)
		text_free(&trace->open[i].arguments);
	free(trace->open);
	free(trace->events);
	trace->open = NULL;
	trace->open_count = trace->open_room = 0;
	trace->events = NULL;
	trace->count = trace->room = 0;
	text_free(&trace->line);
	text_free(&trace->joined);
	text_free(&trace->clean);
}
