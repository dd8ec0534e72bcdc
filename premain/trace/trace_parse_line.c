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
#include "premain/trace/cursor.h"

static const char unfinished[] = "<unfinished ...>";
static const char detached[] = "<detached ...>";
static const char unknown_call[] = "Unknown syscall ";

static struct trace_span take_name(struct cursor *c)
{
	const char *from = c->at;

	while (c->at < c->end && is_name(*c->at))
		c->at++;
	return span(from, c->at);
}

static bool ends(const struct cursor *c, const char *word)
{
	size_t length = strlen(word);

	return left(c) >= length &&
	       memcmp(c->end - length, word, length) == 0;
}

/* The call goes on in another line, or nobody saw its end. */
static bool take_unfinished(struct cursor *c, struct trace_line *line)
{
	const char *word = ends(c, unfinished) ? unfinished :
			   ends(c, detached) ? detached : NULL;

	if (!word)
		return false;
	line->kind = TRACE_UNFINISHED;
	line->arguments = span(c->at, c->end - strlen(word));
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

/*
 * What strace says besides: its own messages, the table of -c, the stack below
 * a call (-k). It is kept, and is no call.
 */
static bool take_note(struct cursor *c, struct trace_line *line)
{
	static const char *const words[] = {
		"strace: ", "[ Process PID=", "% time ", "------ ", "> /",
		"> [", "Process ", "System call usage summary"
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (starts(c, words[i])) {
			line->kind = TRACE_NOTE;
			line->arguments = span(c->at, c->end);
			c->at = c->end;
			return true;
		}
	return false;
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
	return take_note(c, line) || take_call(c, line);
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

	while (c.end > c.at && (c.end[-1] == ' ' || c.end[-1] == '\r'))
		c.end--;
	*line = (struct trace_line){0};
	take_prefix(&c, line);
	if (!take_line(&c, line)) {
		keep_unknown(line, (struct cursor){text, text + length});
		return length;
	}
	return c.at == c.end ? length : (size_t)(c.at - text);
}
