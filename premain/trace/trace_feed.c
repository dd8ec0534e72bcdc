/*
 * premain/trace/trace_feed.c
 *
 * Cuts a stream into lines. A line is bounded: what is over TRACE_LINE bytes
 * of it is left out, however long it goes on.
 */
#include "premain/trace/lines.h"

/* The line has ended whose beginning has been kept. */
static void end_kept_line(struct trace *trace, struct cursor next)
{
	struct text *text = &trace->line;
	size_t held = held_bytes(trace);

	if (text->lost) {		/* no memory: its bytes are gone */
		trace->lost = true;
		text->lost = false;
	}
	if (text->length - held > TRACE_LINE) {
		text_put(text, " [over 1 MiB: cut]");
		trace->cut++;
	}
	end_line(trace, (struct cursor){text_string(text) + held,
					text_string(text) + text->length},
		 next);
}

void trace_feed(struct trace *trace, const char *bytes, size_t length)
{
	while (length) {
		const char *end = memchr(bytes, '\n', length);
		size_t piece = end ? (size_t)(end - bytes) : length;
		size_t held = held_bytes(trace);
		size_t room = TRACE_LINE + 1 + held - trace->line.length;
		struct cursor next = {end + 1, bytes + length};

		if (end && trace->line.length == held && piece < room) {
			end_line(trace, (struct cursor){bytes, end}, next);
		} else {
			text_add(&trace->line, bytes,
				 piece < room ? piece : room);
			if (!end)
				return;
			end_kept_line(trace, next);
		}
		bytes = next.at;
		length = left(&next);
	}
}

/* A log's last line may end in the middle of a call, which has begun. */
static void break_off(struct trace *trace)
{
	const struct trace_piece *piece = &trace->pieces[0];
	struct text *text = &trace->joined;
	struct reading reading;

	text->length = 0;
	text_format(text, "%.*s <unfinished ...>",
		    (int)(piece->to - piece->from),
		    trace->line.bytes + piece->from);
	if (trace->calls && trace->line.bytes[piece->to - 1] != ')' &&
	    read_text(trace, text_string(text), text->length, &reading) &&
	    reading.parsed.arguments.length) {
		record(trace, &reading, piece->number);
		trace->piece_count = 0;
	}
}

void trace_end(struct trace *trace)
{
	if (trace->line.length > held_bytes(trace))
		end_kept_line(trace, (struct cursor){0});
	if (trace->piece_count == 1 && !trace->whole)
		break_off(trace);
	release_pieces(trace);
	trace->line.length = 0;
	trace_record_open(trace);
}
