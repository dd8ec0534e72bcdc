/*
 * premain/diff/diff_take.c
 *
 * A line becomes an event with its key and its role, and, when a few more have
 * come, with its explanation; and when all are there, each process's stand
 * together. Two explainers follow the log: one is never behind, for the keys.
 */
#include "premain/diff/diff.h"

#include <stdlib.h>
#include <string.h>

static struct diff_event *add(struct diff_side *side)
{
	struct diff_event *event;

	if (side->count == DIFF_EVENTS) {
		side->cut = true;
		return NULL;
	}
	event = list_grow(&side->events, side->count, &side->room,
			  sizeof *event);
	side->lost = side->lost || !event;
	side->count += event != NULL;
	return event;
}

static void free_event(struct diff_event *event)
{
	free(event->words);
	free(event->sentence);
}

bool is_random(const struct diff_side *side)
{
	return side->count &&
	       strcmp(side->events[side->count - 1].name, "getrandom") == 0;
}

/* Bytes for a name that is made up: now and then they are not needed. */
static void forget_random(struct diff_side *side)
{
	if (is_random(side))
		free_event(&side->events[--side->count]);
	if (side->told > side->count)
		side->told = side->count;
}

/* Explanations come in the order of the lines, of which some are not kept. */
static void take_explanation(void *to, const struct trace_line *line,
			     unsigned long long number,
			     const struct explanation *explanation)
{
	struct diff_side *side = to;
	struct diff_event *event = &side->events[side->told];

	(void)line;
	if (side->told == side->count || event->number != number)
		return;
	event->phase = explanation->phase;
	event->basis = explanation->basis;
	event->sentence = strdup(text_string(&explanation->sentence));
	side->lost = side->lost || !event->sentence;
	side->told++;
}

static void end_word(struct text *words)
{
	text_add(words, "", 1);
}

/* The words of an event, with a NUL behind each. */
static enum diff_role put_words(struct text *words, struct diff_taker *taker,
				const struct call *call,
				struct traced *process)
{
	const struct trace_line *line = call->line;
	enum diff_role role;

	put_key(words, call, taker->side, process);
	end_word(words);
	put_key(words, call, taker->side, NULL);
	end_word(words);
	text_put_visible(words, line->name.at, line->name.length);
	end_word(words);
	role = diff_role(words, call, process);
	end_word(words);
	trace_put_line(words, line);
	return role;
}

static void keep(struct diff_event *event, const struct text *words)
{
	char *bytes = event->words = words->bytes;

	event->key = bytes;
	event->plain = bytes += strlen(bytes) + 1;
	event->name = bytes += strlen(bytes) + 1;
	event->object = bytes += strlen(bytes) + 1;
	event->text = bytes + strlen(bytes) + 1;
}

void diff_take(void *to, const struct trace_line *line,
	       unsigned long long number)
{
	struct diff_taker *taker = to;
	struct diff_side *side = taker->side;
	struct diff_event *event = NULL;
	struct text words = {0};
	struct task *task;
	struct call call;
	enum diff_role role;
	size_t made = side->made_count;

	if (line->kind == TRACE_NOTE || line->kind == TRACE_OUTPUT)
		return;
	task = explainer_task(&taker->explainer, line);
	side->lost = side->lost || !task;
	if (!task)
		return;
	call_split(&call, line, number);
	if (call.count > 1 && call.arguments[0].length < 4 &&
	    takes_descriptor(&call))
		side->tracer = call.arguments[1].at[-1] == ',' ? 2 :
			       span_starts(call.arguments[0], "0x");
	if (task->parent)
		diff_note_child(side, line->pid, task->parent);
	diff_note_process(side, &call);
	role = put_words(&words, taker, &call, task->process);
	if (side->made_count != made)
		forget_random(side);
	side->lost = side->lost || words.lost;
	if (!words.lost && !diff_is_chance(side, &call, words.bytes, task))
		event = add(side);
	if (event) {
		keep(event, &words);
		event->number = number;
		event->process = diff_process(side, line->pid);
		event->group = diff_process(side, task->process->pid);
		/* Which of two children ends first, and whether its parent
		 * already waits, the kernel decides. */
		event->late = !line->failed && call_is(&call, "wait4");
		event->threaded = task->process->tasks > 1;
		event->chance = is_by_address(task->process, &call);
		event->failed = line->failed;
		event->role = role;
	} else {
		text_free(&words);
	}
	explain_next(&taker->explainer, &call,
		     &taker->explainer.explanation);
	taker->teller.taker.take = take_explanation;
	taker->teller.taker.to = side;
	explainer_feed(&taker->teller, line, number);
}

void diff_taken(struct diff_taker *taker)
{
	explainer_end(&taker->teller);
	explainer_free(&taker->teller);
	explainer_free(&taker->explainer);
	diff_sort(taker->side);
}

void diff_free(struct diff_side *side)
{
	for (size_t i = 0; i < side->count; i++)
		free_event(&side->events[i]);
	free(side->events);
}
