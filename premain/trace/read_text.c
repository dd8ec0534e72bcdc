/*
 * premain/trace/read_text.c
 *
 * A text is cleaned, read and recorded.
 */
#include "premain/trace/lines.h"

bool read_text(struct trace *trace, const char *text, size_t length,
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

void record_text(struct trace *trace, enum trace_kind kind, const char *text,
		 size_t length)
{
	trace->number = trace->lines;
	trace_record_line(trace, &(struct trace_line){
		.kind = kind, .arguments = span(text, text + length)});
}

/* Mostly one call; where qemu has spliced another task's into it, more. */
void record(struct trace *trace, struct reading *reading,
	    unsigned long long number)
{
	struct trace_span output = reading->parsed.output;
	size_t done = reading->used;

	if (output.length)
		record_text(trace, TRACE_OUTPUT, output.at, output.length);
	trace->number = number;
	tell_numbers(trace, &reading->parsed);
	trace_record_line(trace, &reading->parsed);
	while (done < reading->length) {
		done += trace_parse_line(reading->text + done,
					 reading->length - done,
					 &reading->parsed);
		trace_record_line(trace, &reading->parsed);
	}
}
