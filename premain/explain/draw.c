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

/* A child has no loader until it calls execve, whatever it tells the kernel
 * about its thread. */
static const char *step_of(const struct trace_line *line,
			   enum explain_phase phase, const struct drawn *before,
			   bool first)
{
	if (line->kind == TRACE_EXIT)
		return "end";
	if (makes_task(line->name))
		return "fork";
	if (line->name.length > 3 && memcmp(line->name.at, "wait", 4) == 0)
		return "wait";
	if (phase == PHASE_EXEC)
		return "execve";
	if (phase < PHASE_LIBC && (first ||
		(before && (strcmp(before->step, "execve") == 0 ||
			    strcmp(before->step, "loader") == 0))))
		return "loader";
	if (phase == PHASE_LIBC)
		return "libc";
	if (phase == PHASE_STDIO || span_is(line->name, "write") ||
	    span_is(line->name, "writev"))
		return "print";
	return phase == PHASE_EXIT ? "exit" : "main";
}

/* Of a loader, its libraries; else what the step has done last. */
static void describe(struct drawn *row, const char *sentence)
{
	size_t used = strlen(row->what), length;

	if (strcmp(row->step, "main") == 0 || strcmp(row->step, "libc") == 0
	    || strcmp(row->step, "end") == 0)
		return;
	if (strcmp(row->step, "loader") == 0) {
		if (strncmp(sentence, "finds ", 6) != 0)
			return;
		sentence += 6;
		length = strcspn(sentence, ",");
		if (used && used + 2 < sizeof row->what)
			used = strlcat(row->what, ", ", sizeof row->what);
	} else {
		length = strcspn(sentence, strcmp(row->step, "wait") ?
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
			.pid = pid, .depth = depth, .step = "begins",
			.first = number, .last = number
		};
}

void draw_take(struct answers *answers, const struct trace_line *line,
	       unsigned long long number,
	       const struct explanation *explanation)
{
	struct drawn *row = last_of(answers, line->pid);
	const char *step = step_of(line, explanation->phase, row,
				   answers->drawn == 0);
	unsigned int depth = row ? row->depth : 0;
	struct call call;

	if (line->failed && explanation->phase != PHASE_STDIO)
		step = row && strcmp(row->step, "fork") ? row->step : "main";
	if (!row || strcmp(row->step, step) != 0) {
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
	if (strcmp(step, "fork") != 0)
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
	text_format(text, " %-7s", row->step);
	if (row->pid)
		text_format(text, " %u", row->pid);
	text_format(text, row->first == row->last ? "  line %llu" :
		    "  lines %llu to %llu", row->first, row->last);
	if (row->what[0]) {
		text_put(text, ": ");
		text_put_visible(text, row->what, strlen(row->what));
	}
	text_put(text, "\n");
	if (strcmp(row->step, "execve") != 0)
		return;
	put_margin(text, row->depth);
	text_put(text, " kernel   (no line) maps the file and its loader, "
		 "lays words,\n");
	put_margin(text, row->depth);
	text_put(text, "          variables and auxv on the stack, goes to "
		 "the entry\n");
}

void draw_put(struct text *text, const struct answers *answers)
{
	if (answers->drawn && strcmp(answers->drawing[0].step, "execve") == 0)
		text_put(text, "  | shell    (no line) has made this process, "
			 "by fork\n");
	for (size_t i = 0; i < answers->drawn; i++)
		put_row(text, &answers->drawing[i]);
	if (answers->not_drawn)
		text_format(text, "  and %llu lines more\n",
			    answers->not_drawn);
}
