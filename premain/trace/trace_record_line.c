/*
 * premain/trace/trace_record_line.c
 *
 * Joins lines into calls: a call counts when it begins, and its failure when
 * its result is known, which may be many lines later.
 */
#include "premain/trace/cursor.h"

#include <stdlib.h>

static bool same_name(const char *known, struct trace_span name)
{
	return memcmp(known, name.at, name.length) == 0 &&
	       known[name.length] == '\0';
}

static struct trace_span cut_name(struct trace_span name)
{
	if (name.length > TRACE_NAME - 1)
		name.length = TRACE_NAME - 1;
	return name;
}

void trace_count_call(struct trace *trace, struct trace_span name)
{
	size_t i;

	trace->calls++;
	name = cut_name(name);
	for (i = 0; i < trace->distinct; i++)
		if (same_name(trace->names[i], name))
			return;
	if (trace->distinct == TRACE_NAMES)
		return;
	memcpy(trace->names[i], name.at, name.length);
	trace->names[i][name.length] = '\0';
	trace->distinct++;
}

/* To who takes events, or among those that are kept: its number there. */
static size_t hand_on(struct trace *trace, const struct trace_line *line)
{
	if (!trace->taker.take)
		return trace_keep(trace, line);
	trace->taker.take(trace->taker.to, line, trace->number);
	return (size_t)-1;
}

static struct trace_line as_line(const struct trace_open *open)
{
	return (struct trace_line){
		.kind = TRACE_UNFINISHED, .pid = open->pid,
		.name = {open->name, strlen(open->name)},
		.arguments = {text_string(&open->arguments),
			      open->arguments.length}};
}

static void close_call(struct trace *trace, struct trace_open *open)
{
	trace->lost = trace->lost || open->arguments.lost;
	text_free(&open->arguments);
	*open = (struct trace_open){0};
	trace->open_count--;
}

/* A call of which no more is known than its beginning. */
static void forget_call(struct trace *trace, struct trace_open *open)
{
	struct trace_line line = as_line(open);

	if (trace->taker.take)
		trace->taker.take(trace->taker.to, &line, open->number);
	close_call(trace, open);
}

void trace_record_open(struct trace *trace)
{
	while (trace->open_count) {
		struct trace_open *first = NULL;

		for (size_t i = 0; i < TRACE_OPEN; i++)
			if (trace->open[i].number && (!first ||
			    trace->open[i].number < first->number))
				first = &trace->open[i];
		forget_call(trace, first);
	}
}

/* Room for one more: a task has one call at a time, and of too many tasks the
 * oldest one's is forgotten. */
static struct trace_open *add_open(struct trace *trace, unsigned int pid)
{
	struct trace_open *open = trace_place(trace, pid, 0);

	for (size_t i = 0; i < TRACE_PLACES; i++) {
		struct trace_open *other = trace_place(trace, pid, i);

		if (pid && other->pid == pid) {
			open = other;
			break;
		}
		if (other->number < open->number)
			open = other;
	}
	if (open->number)
		forget_call(trace, open);
	trace->open_count++;
	return open;
}

static void begin_call(struct trace *trace, const struct trace_line *line)
{
	size_t event = trace->taker.take ? (size_t)-1 :
					   trace_keep(trace, line);
	struct trace_span name = cut_name(line->name);
	struct trace_open *open;

	trace_count_call(trace, line->name);
	if (!trace->open)
		trace->open = calloc(TRACE_OPEN, sizeof *open);
	if (!trace->open) {
		trace->lost = true;
		return;
	}
	open = trace->newest = add_open(trace, line->pid);
	open->pid = line->pid;
	open->event = event;
	open->number = trace->number;
	open->closed = line->closed;
	memcpy(open->name, name.at, name.length);
	text_add(&open->arguments, line->arguments.at, line->arguments.length);
}

/*
 * The call that a line goes on with. On a terminal, strace names the pid only
 * while there is more than one process: then a call of one without a pid may
 * go on with one, or the other way round. A result that stands alone belongs
 * to the call that waits for nothing else, if there is only one.
 */
static struct trace_open *find_open(const struct trace *trace,
				    const struct trace_line *line)
{
	struct trace_span name = cut_name(line->name);
	struct trace_open *open, *likely = NULL;
	size_t i, alone = 0;

	if (trace->open_count == 0)
		return NULL;
	for (i = 0; i < TRACE_PLACES; i++) {
		open = trace_place(trace, line->pid, i);
		if (name.length && open->pid == line->pid &&
		    same_name(open->name, name))
			return open;
	}
	for (i = 0; i < TRACE_OPEN; i++) {
		open = &trace->open[i];
		if (name.length == 0 ? !open->closed :
		    !same_name(open->name, name) ||
		    (open->pid && line->pid && open->pid != line->pid))
			continue;
		alone++;
		if (!likely || open->number > likely->number)
			likely = open;
	}
	return name.length || alone == 1 ? likely : NULL;
}

/* Of two lines, one: its beginning is taken from the first. */
static void join_call(struct trace *trace, struct trace_open *open,
		      const struct trace_line *rest)
{
	struct trace_line whole = *rest, first;

	if (rest->name.length)
		text_add(&open->arguments, rest->arguments.at,
			 rest->arguments.length);
	first = as_line(open);
	whole.kind = TRACE_CALL;
	if (!whole.pid)
		whole.pid = open->pid;
	whole.name = first.name;
	whole.arguments = first.arguments;
	if (trace->taker.take)
		hand_on(trace, &whole);
	else
		trace_complete(trace, open->event, &whole);
	close_call(trace, open);
}

/* The rest of a call whose beginning is missing; of a result that stands
 * alone, nobody knows which call's it is. */
static void add_rest(struct trace *trace, const struct trace_line *line)
{
	struct trace_line lone = *line;

	if (line->name.length) {
		trace_count_call(trace, line->name);
	} else {
		lone.kind = TRACE_UNKNOWN;
		lone.result.length = 0;
		trace->unknown++;
	}
	hand_on(trace, &lone);
}

static void finish_call(struct trace *trace, const struct trace_line *line)
{
	struct trace_open *open = find_open(trace, line);

	trace->failed += line->failed;
	if (open)
		join_call(trace, open, line);
	else
		add_rest(trace, line);
}

/* "+++ superseded by execve in pid 12 +++": that thread has its pid now. */
static void supersede(struct trace *trace, const struct trace_line *line)
{
	struct cursor c = {line->arguments.at,
			   line->arguments.at + line->arguments.length};
	size_t thread;

	if (!take(&c, "+++ superseded by execve in pid "))
		return;
	thread = read_number(c.at, c.at + count_digits(&c));
	for (size_t i = 0; i < TRACE_OPEN && trace->open; i++)
		if (trace->open[i].pid == thread)
			trace->open[i].pid = line->pid;
}

void trace_record_line(struct trace *trace, const struct trace_line *line)
{
	switch (line->kind) {
	case TRACE_UNFINISHED:
		begin_call(trace, line);
		return;
	case TRACE_RESUMED:
		finish_call(trace, line);
		return;
	case TRACE_CALL:
		trace_count_call(trace, line->name);
		trace->failed += line->failed;
		break;
	case TRACE_UNKNOWN:
		trace->unknown++;
		break;
	case TRACE_NOTE:
	case TRACE_OUTPUT:
		trace->notes++;
		if (!trace->taker.take)
			return;
		break;
	case TRACE_EXIT:
		supersede(trace, line);
		break;
	case TRACE_SIGNAL:
		break;
	}
	hand_on(trace, line);
}
