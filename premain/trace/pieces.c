/*
 * premain/trace/pieces.c
 *
 * A call that is broken over several lines is put together: its lines are held
 * until it is whole; where it does not become so, each is read by itself.
 */
#include "premain/trace/lines.h"

/* A line that is about as long as others that were broken, by a terminal of 80
 * columns or at the longest length of this log; a word may have been carried
 * over. */
bool is_full(const struct trace *trace, size_t length)
{
	enum { WORD = 12 };

	return length == 80 || length + WORD > trace->longest;
}

size_t held_bytes(const struct trace *trace)
{
	return trace->piece_count ?
	       trace->pieces[trace->piece_count - 1].end : 0;
}

/* Whether the pieces so far end in the middle of a string that has blanks. */
static bool in_words(const struct trace *trace)
{
	bool inside = false, blank = false;

	for (size_t i = 0; i < trace->piece_count; i++)
		for (size_t at = trace->pieces[i].from;
		     at < trace->pieces[i].to; at++) {
			char c = trace->line.bytes[at];

			inside = inside != (c == '"');
			blank = c != '"' && (blank || c == ' ');
			at += c == '\\';
		}
	return inside && blank;
}

/* Whether a blank was lost between two lines: a log that is broken at blanks
 * has lines of many lengths, and a comma has a blank behind it. Of the first
 * one, words are broken at a blank unless a terminal's width may be why. */
static bool is_apart(struct trace *trace, const struct trace_piece *piece,
		     struct cursor next)
{
	size_t length = piece->end - piece->start;

	if (next.at == next.end || *next.at == ' ' ||
	    (trace->complete && is_name(*next.at)) ||
	    piece->to == piece->from || piece->to < piece->end)
		return false;
	trace->soft = trace->soft || trace->longest > length;
	return trace->soft || trace->line.bytes[piece->to - 1] == ',' ||
	       (length % 20 && length != 132 && in_words(trace));
}

void hold_piece(struct trace *trace, struct cursor line, struct cursor own,
		bool rest)
{
	size_t start = held_bytes(trace), count = trace->piece_count;

	if (count)
		trace->pieces[count - 1].apart =
			(!rest || starts(&own, "<")) &&
			is_apart(trace, &trace->pieces[count - 1], own);
	if (trace->line.length == start)	/* it is in the stream */
		text_add(&trace->line, line.at, left(&line));
	if (trace->line.lost)
		return;
	trace->pieces[count] = (struct trace_piece){
		.start = start, .end = trace->line.length,
		.from = start + (size_t)(own.at - line.at),
		.to = start + (size_t)(own.end - line.at),
		.number = trace->lines};
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
void release_pieces(struct trace *trace)
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

/* What has made a whole event another one may be more of it, or none: digits
 * may be the program's, unless the line before was as long as can be. */
enum { SURE, DOUBT, OTHER };

static int judge(const struct trace *trace, const struct cursor *own,
		 const struct trace_line *joined)
{
	const struct trace_piece *first = &trace->pieces[0];
	const char *result = joined->result.at;
	size_t length = first->end - first->start;

	if (!count_digits(own) || length == 80 || length == trace->longest ||
	    (joined->result.length > 1 && result[1] == 'x'))
		return SURE;
	return *result == '0' ? OTHER : DOUBT;
}

/* A number that goes on in the next line, or does not: nobody knows. */
static void record_doubt(struct trace *trace)
{
	trace->number = trace->pieces[0].number;
	trace_record_line(trace, &(struct trace_line){
		.kind = TRACE_UNKNOWN,
		.arguments = {trace->line.bytes, trace->pieces[0].end}});
	trace->piece_count = 0;
}

/* Whether the first word of this line could have stood in the one before: then
 * nobody has broken that, unless by hand, who moves the rest to the right. */
static bool had_room(const struct trace *trace, struct cursor own)
{
	enum { NARROW = 72 };		/* columns that letters have, or more */
	const struct trace_piece *last =
		&trace->pieces[trace->piece_count - 1];
	size_t length = last->end - last->start;

	if (last->to < last->end || left(&own) == 0 ||
	    is_one_of(*own.at, " \t"))
		return false;
	while (own.at < own.end && *own.at != ' ') {
		own.at++;
		length++;
	}
	return length < NARROW && length < trace->longest;
}

bool add_piece(struct trace *trace, struct cursor line, struct cursor own,
	       bool rest, struct cursor next)
{
	struct reading reading;
	bool joined;
	int sure = SURE;

	if (!rest && !trace->complete && had_room(trace, own)) {
		release_pieces(trace);
		return false;
	}
	hold_piece(trace, line, own, rest);
	joined = join(trace, &reading) &&
		 (rest || reading.parsed.remark < left(&own));
	if (joined && trace->complete)
		sure = judge(trace, &own, &reading.parsed);
	if (joined && sure == SURE) {
		trace->whole = trace->complete = true;
		if (!may_go_on(next))
			release_pieces(trace);
		return true;
	}
	if (sure != SURE || !reading.parsed.cut ||
	    (trace->whole && !is_full(trace, left(&own)))) {
		trace->piece_count--;
		if (sure == DOUBT)
			record_doubt(trace);
		release_pieces(trace);
		return false;
	}
	trace->whole = reading.parsed.kind != TRACE_UNKNOWN;
	trace->complete = false;
	if (trace->piece_count == TRACE_HELD ||
	    trace->line.length > TRACE_JOINED)
		release_pieces(trace);
	return true;
}
