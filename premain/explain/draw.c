/*
 * premain/explain/draw.c
 *
 * A log as a drawing: the steps of each process, a child further in than its
 * parent. What the kernel does between two lines is no line, and said so.
 */
#include "premain/explain/questions.h"

#include <string.h>

static struct drawn *last_of(struct answers *answers, unsigned int pid)
{
	for (size_t i = answers->drawn; i--;)
		if (answers->drawing[i].pid == pid)
			return &answers->drawing[i];
	return NULL;
}

static const char steps[] = "end\0fork\0wait\0execve\0loader\0libc\0print\0"
	"exit\0main\0begins";

/* A child has no loader until it calls execve, whatever it tells the kernel
 * about its thread. */
static enum step step_of(const struct trace_line *line,
			 enum explain_phase phase, const struct drawn *before,
			 bool first)
{
	if (line->kind == TRACE_EXIT)
		return STEP_END;
	if (makes_task(line->name))
		return STEP_FORK;
	if (line->name.length > 3 && memcmp(line->name.at, "wait", 4) == 0)
		return STEP_WAIT;
	if (phase == PHASE_EXEC)
		return STEP_EXECVE;
	if (phase < PHASE_LIBC &&
	    (first || (before && (before->step == STEP_EXECVE ||
				  before->step == STEP_LOADER))))
		return STEP_LOADER;
	if (phase == PHASE_LIBC)
		return STEP_LIBC;
	if (phase == PHASE_STDIO || (line->name.length > 4 &&
				     memcmp(line->name.at, "write", 5) == 0))
		return STEP_PRINT;
	return phase == PHASE_EXIT ? STEP_EXIT : STEP_MAIN;
}

/* Of a loader, its libraries; else what the step has done last. */
static void describe(struct drawn *row, const char *sentence)
{
	size_t used = strlen(row->what), length;

	if (row->step == STEP_MAIN || row->step == STEP_LIBC ||
	    row->step == STEP_END)
		return;
	if (row->step == STEP_LOADER) {
		if (strncmp(sentence, "finds ", 6) != 0)
			return;
		sentence += 6;
		length = strcspn(sentence, ",");
		if (used && used + 2 < sizeof row->what)
			used = strlcat(row->what, ", ", sizeof row->what);
	} else {
		length = strcspn(sentence, row->step != STEP_WAIT ?
				 ":;(" : "");
		used = 0;
	}
	if (length < sizeof row->what - used)
		strlcpy(row->what + used, sentence, length + 1);
}

/* A child of this parent: a row that says so, or all that it has already. */
static void draw_child(struct answers *answers, unsigned int pid,
		       unsigned int depth, unsigned long long number)
{
	bool drawn = false;

	for (size_t i = 0; i < answers->drawn; i++)
		if (answers->drawing[i].pid == pid) {
			answers->drawing[i].depth = depth;
			drawn = true;
		}
	if (!drawn && answers->drawn < DRAWN)
		answers->drawing[answers->drawn++] = (struct drawn){
			.pid = pid, .depth = depth, .step = STEP_BEGINS,
			.first = number, .last = number
		};
}

void draw_take(struct answers *answers, const struct trace_line *line,
	       unsigned long long number,
	       const struct explanation *explanation)
{
	struct drawn *row = last_of(answers, line->pid);
	enum step step = step_of(line, explanation->phase, row,
				 answers->drawn == 0);
	unsigned int depth = row ? row->depth : 0;
	struct call call;

	if (line->failed && explanation->phase != PHASE_STDIO)
		step = row && row->step != STEP_FORK ? row->step : STEP_MAIN;
	if (!row || row->step != step) {
		if (answers->drawn == DRAWN) {
			answers->not_drawn++;
			return;
		}
		row = &answers->drawing[answers->drawn++];
		*row = (struct drawn){.pid = line->pid, .depth = depth,
				      .step = step, .first = number};
	}
	row->last = number;
	describe(row, text_string(&explanation->sentence));
	if (step != STEP_FORK)
		return;
	call_split(&call, line, number);
	if (call.result > 0)
		draw_child(answers, (unsigned int)call.result, depth + 1,
			   number);
}

static void put_margin(struct text *text, unsigned int depth)
{
	for (unsigned int i = 0; i <= depth && i < 12; i++)
		text_put(text, "  |");
}

static void put_row(struct text *text, const struct drawn *row)
{
	put_margin(text, row->depth);
	text_format(text, " %-7s", nth_word(steps, row->step));
	if (row->pid)
		text_format(text, " %u", row->pid);
	text_format(text, row->first == row->last ? "  line %llu" :
		    "  lines %llu to %llu", row->first, row->last);
	if (row->what[0]) {
		text_put(text, ": ");
		text_put_visible(text, row->what, strlen(row->what));
	}
	text_put(text, "\n");
	if (row->step != STEP_EXECVE)
		return;
	put_margin(text, row->depth);
	put_told(text, " kernel   (no line) maps the file and its loader, "
		 "lays words,");
	put_margin(text, row->depth);
	put_told(text, "          variables and auxv on the stack, goes to "
		 "the entry");
}

void draw_put(struct text *text, const struct answers *answers)
{
	if (answers->drawn && answers->drawing[0].step == STEP_EXECVE)
		put_told(text, "  | shell    (no line) has made this process, "
			 "by fork");
	for (size_t i = 0; i < answers->drawn; i++)
		put_row(text, &answers->drawing[i]);
	if (answers->not_drawn)
		put_told(text, "  and %llu lines more", answers->not_drawn);
}
