/*
 * premain/compare/measure_run.c
 *
 * The figures of a run, and what went wrong in it.
 */
#include "premain/compare/compare.h"

#include <string.h>

void put_ending(struct text *text, const struct outcome *outcome)
{
	switch (outcome->ending) {
	case END_EXIT:
		text_format(text, "%d", outcome->value);
		break;
	case END_SIGNAL:
		text_put(text, run_signal_name(outcome->value));
		break;
	case END_TIME:
		text_put(text, "hangs");
		break;
	case END_FLOOD:
		text_put(text, "floods");
		break;
	default:
		text_put(text, "-");
	}
}

/* A tracer that never saw the program start says why on standard error. */
static bool has_started(const struct row *row)
{
	if (row->outcome.ending == END_UNSTARTED)
		return false;
	if (!row->trace || row->outcome.ending != END_EXIT)
		return true;
	return row->trace->count > 0 && !row->trace->events[0].failed;
}

static void tell_unstarted(struct comparison *comparison, struct row *row)
{
	struct text *why = &row->note;
	size_t start;

	if (why->length)
		text_put(why, "; ");
	start = why->length;
	text_put(why, "cannot be run: ");
	if (row->outcome.ending == END_UNSTARTED)
		text_put(why, strerror(row->outcome.value));
	else if (row->trace->count)
		text_put(why, row->trace->events[0].result + strlen("-1 "));
	else if (row->errors.length)
		put_first_error(why, row->errors.kept, row->errors.length);
	else
		text_put(why, "the tracer saw nothing of it");
	complain(comparison, row, "%s", text_string(why) + start);
}

static void tell_ending(struct comparison *comparison, const struct row *row)
{
	switch (row->outcome.ending) {
	case END_SIGNAL:
		complain(comparison, row, "killed by %s",
			 run_signal_name(row->outcome.value));
		break;
	case END_TIME:
		complain(comparison, row,
			 "still running after %d s, ended with its children",
			 comparison->options.timeout);
		break;
	case END_FLOOD:
		complain(comparison, row, "prints more than %d MiB, ended",
			 RUN_OUTPUT >> 20);
		break;
	default:
		break;
	}
}

static void tell_binary(struct comparison *comparison, const struct row *row)
{
	bool output = capture_is_binary(&row->output);

	if (output || capture_is_binary(&row->errors))
		complain(comparison, row,
			 "prints binary data%s, not shown (%llu bytes)",
			 output ? "" : " on standard error",
			 output ? row->output.total : row->errors.total);
}

void measure_run(struct comparison *comparison, struct row *row,
		 const char *program)
{
	row->outcome = tracer_run(comparison, row, program);
	if (row->outcome.ending == END_INTERRUPT)
		return;
	row->ran = has_started(row);
	if (!row->ran) {
		tell_unstarted(comparison, row);
		return;
	}
	tell_ending(comparison, row);
	if (row->outcome.ending != END_FLOOD)
		tell_binary(comparison, row);
	if (row->output.lost || row->errors.lost ||
	    (row->trace && row->trace->lost))
		comparison->lost = true;
}
