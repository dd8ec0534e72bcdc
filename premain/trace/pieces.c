/*
 * premain/trace/pieces.c
 *
 * A call that is broken over several lines is put together: its lines are held
 * until it is whole; where it does not become so, each is read by itself.
 */
#include "premain/trace/lines.h"

size_t held_bytes(const struct trace *trace)
{
	return trace->piece_count ?
	       trace->pieces[trace->piece_count - 1].end : 0;
}

/* Whether a blank was lost between two lines: a log that is broken at blanks
 * has lines of many lengths, and a comma has a blank behind it. */
static bool is_apart(struct trace *trace, const struct trace_piece *piece,
		     struct cursor next)
{
	if (next.at == next.end || *next.at == ' ' ||
	    (trace->complete && is_name(*next.at)) ||
	    piece->to == piece->from || piece->to < piece->end)
		return false;
	trace->soft = trace->soft ||
		      trace->longest > piece->end - piece->start;
	return trace->soft || trace->line.bytes[piece->to - 1] == ',';
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
	while (own.at < own.end && *own.at++ != ' ')
		length++;
	return length < NARROW && length < trace->longest;
}

bool add_piece(struct trace *trace, struct cursor line, struct cursor own,
	       bool rest, struct cursor next)
{
	const struct trace_piece *first = &trace->pieces[0];
	struct reading reading;
	const char *result;
	bool full, joined, foreign, doubt;

	if (!rest && !trace->complete && had_room(trace, own)) {
		release_pieces(trace);
		return false;
	}
	hold_piece(trace, line, own, rest);
	full = trace->piece_count == TRACE_HELD ||
	       trace->line.length > TRACE_JOINED;
	joined = join(trace, &reading);
	foreign = trace->whole && reading.parsed.remark;
	joined = joined && !foreign;
	result = reading.parsed.result.at;
	/* Digits behind digits may be the program's, unless the line before was
	 * as long as can be; behind 0, they are. */
	doubt = joined && trace->complete && result && count_digits(&own) &&
		result[1] != 'x' && first->end - first->start < trace->longest;
	if (joined && !doubt) {
		trace->whole = trace->complete = true;
		trace->output = 0;
		if (full || !may_go_on(next))
			release_pieces(trace);
		return true;
	}
	if (doubt || foreign || !reading.parsed.cut) {
		trace->piece_count--;
		if (doubt && *result != '0') {
			trace->number = first->number;
			trace_record_line(trace, &(struct trace_line){
				.kind = TRACE_UNKNOWN,
				.arguments = {trace->line.bytes, first->end}});
			trace->piece_count = 0;
		}
		release_pieces(trace);
		return false;
	}
	trace->whole = reading.parsed.kind != TRACE_UNKNOWN;
	trace->complete = false;
	if (full)
		release_pieces(trace);
	return true;
}
