/*
 * premain/trace/trace_parse_line.c
 *
 * One line of `strace -f -o` or of `qemu-x86_64 -strace -D`:
 *   PID NAME(ARGUMENTS) = RESULT           PID --- SIGSEGV {...} ---
 *   PID NAME(ARGUMENTS <unfinished ...>    PID +++ exited with 0 +++
 *   PID <... NAME resumed>ARGUMENTS) = RESULT
 *   PID Unknown syscall 334
 * Source: strace(1); QEMU linux-user/strace.c (no space, no exit line).
 */
#include "premain/trace/trace.h"

#include <string.h>

struct cursor {
	const char *at;
	const char *end;
};

static const char unfinished[] = "<unfinished ...>";
static const char unknown_call[] = "Unknown syscall ";

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_name(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || c == '_';
}

static size_t left(const struct cursor *c)
{
	return (size_t)(c->end - c->at);
}

static bool starts(const struct cursor *c, const char *word)
{
	size_t length = strlen(word);

	return left(c) >= length && memcmp(c->at, word, length) == 0;
}

static void skip_blanks(struct cursor *c)
{
	while (c->at < c->end && (*c->at == ' ' || *c->at == '\t'))
		c->at++;
}

/* A pid only counts where a blank follows it. */
static unsigned int take_pid(struct cursor *c)
{
	const char *at = c->at;
	unsigned int pid = 0;

	while (at < c->end && is_digit(*at) && at - c->at < 9)
		pid = pid * 10 + (unsigned int)(*at++ - '0');
	if (at == c->at || at == c->end || *at != ' ')
		return 0;
	c->at = at;
	skip_blanks(c);
	return pid;
}

static struct trace_span take_name(struct cursor *c)
{
	struct trace_span name = {c->at, 0};

	while (c->at < c->end && is_name(*c->at))
		c->at++;
	name.length = (size_t)(c->at - name.at);
	return name;
}

/* The end of a string that begins at `at`, behind its closing quote. */
static const char *skip_string(const char *at, const char *end)
{
	for (at++; at < end && *at != '"'; at++)
		if (*at == '\\' && at + 1 < end)
			at++;
	return at < end ? at + 1 : end;
}

/* Takes arguments up to the bracket that closes them; false without one. */
static bool take_arguments(struct cursor *c, struct trace_span *arguments)
{
	const char *at = c->at;
	size_t depth = 1;

	while (at < c->end) {
		if (*at == '"') {
			at = skip_string(at, c->end);
			continue;
		}
		if (*at == '(')
			depth++;
		if (*at == ')' && --depth == 0) {
			*arguments = (struct trace_span){c->at,
				(size_t)(at - c->at)};
			c->at = at + 1;
			return true;
		}
		at++;
	}
	return false;
}

/* " = RESULT" up to the end of the line; a call that never returns has none,
 * and qemu begins the next task's line right behind it. */
static void take_result(struct cursor *c, struct trace_line *line)
{
	skip_blanks(c);
	if (c->at == c->end || *c->at != '=')
		return;
	c->at++;
	skip_blanks(c);
	line->result = (struct trace_span){c->at, left(c)};
	while (line->result.length &&
	       line->result.at[line->result.length - 1] == ' ')
		line->result.length--;
	line->failed = starts(c, "-1 ");
	c->at = c->end;
}

static bool take_unfinished(struct cursor *c, struct trace_line *line)
{
	size_t tail = sizeof unfinished - 1;

	if (left(c) < tail || memcmp(c->end - tail, unfinished, tail) != 0)
		return false;
	line->kind = TRACE_UNFINISHED;
	line->arguments = (struct trace_span){c->at, left(c) - tail};
	if (line->arguments.length &&	/* the rest follows ", " */
	    line->arguments.at[line->arguments.length - 1] == ' ')
		line->arguments.length--;
	c->at = c->end;
	return true;
}

static bool take_resumed(struct cursor *c, struct trace_line *line)
{
	c->at += strlen("<... ");
	line->name = take_name(c);
	if (!starts(c, " resumed>"))
		return false;
	c->at += strlen(" resumed>");
	skip_blanks(c);			/* the old form has one */
	if (!take_arguments(c, &line->arguments))
		return false;
	line->kind = TRACE_RESUMED;
	take_result(c, line);
	return true;
}

static bool take_call(struct cursor *c, struct trace_line *line)
{
	line->name = take_name(c);
	if (line->name.length == 0 || c->at == c->end || *c->at != '(')
		return false;
	c->at++;
	if (take_unfinished(c, line))
		return true;
	if (!take_arguments(c, &line->arguments))
		return false;
	line->kind = TRACE_CALL;
	take_result(c, line);
	return true;
}

/* qemu's word for a call it has no name for: "syscall 334" is its name. */
static bool take_number(struct cursor *c, struct trace_line *line)
{
	const char *name = c->at + strlen("Unknown ");

	c->at += sizeof unknown_call - 1;
	if (take_name(c).length == 0 || c->at != c->end)
		return false;
	line->name = (struct trace_span){name, (size_t)(c->at - name)};
	line->kind = TRACE_CALL;
	return true;
}

static bool take_frame(struct cursor *c, struct trace_line *line)
{
	line->kind = *c->at == '-' ? TRACE_SIGNAL : TRACE_EXIT;
	line->arguments = (struct trace_span){c->at, left(c)};
	c->at = c->end;
	return true;
}

static bool take_line(struct cursor *c, struct trace_line *line)
{
	if (starts(c, "<... "))
		return take_resumed(c, line);
	if (starts(c, "--- ") || starts(c, "+++ "))
		return take_frame(c, line);
	if (starts(c, unknown_call))
		return take_number(c, line);
	return take_call(c, line);
}

/* A line by itself: nothing in it is guessed, but " = -1 errno=2" of a call
 * that another task has cut off is a failure, whichever call it was. */
static void keep_unknown(struct trace_line *line, struct cursor c)
{
	*line = (struct trace_line){.kind = TRACE_UNKNOWN, .pid = line->pid};
	line->arguments = (struct trace_span){c.at, left(&c)};
	skip_blanks(&c);
	line->failed = starts(&c, "= -1 ");
}

size_t trace_parse_line(const char *text, size_t length,
			struct trace_line *line)
{
	struct cursor c = {text, text + length};

	*line = (struct trace_line){0};
	line->pid = take_pid(&c);
	if (!take_line(&c, line)) {
		keep_unknown(line, (struct cursor){text, text + length});
		return length;
	}
	return (size_t)(c.at - text);
}
