/*
 * premain/trace/trace_parse_line.c
 *
 * One line of `strace -f -o` or of `qemu-x86_64 -strace -D`:
 *   PID NAME(ARGUMENTS) = RESULT           PID --- SIGSEGV {...} ---
 *   PID NAME(ARGUMENTS <unfinished ...>    PID +++ exited with 0 +++
 *   PID <... NAME resumed>ARGUMENTS) = RESULT
 *   PID Unknown syscall 334                 = RESULT
 * Source: strace(1); QEMU linux-user/strace.c (no space, no exit line).
 */
#include "premain/trace/cursor.h"

/*
 * Nobody has seen the call's end, or not yet: what says so is taken off.
 * `<ptrace(SYSCALL):No such process>`: it was killed under strace's hands.
 */
static bool take_ending(struct trace_span *text)
{
	const char *at = text->at + text->length;
	struct cursor c = {at, at};

	if (text->length == 0 || at[-1] != '>')
		return false;
	while (c.at > text->at && *--c.at != '<')
		;
	if (!starts_any(&c, "<unfinished ...>\0" "<detached ...>\0"
			"<pid changed to \0" "<ptrace(\0"))
		return false;
	if (c.at > text->at && c.at[-1] == ' ')
		c.at--;				/* the rest follows ", " */
	c.end = c.at;
	c.at = text->at;
	if (ends(&c, "^C"))			/* the terminal's echo */
		c.end -= 2;
	*text = span(c.at, c.end);
	return true;
}

static bool take_unfinished(struct cursor *c, struct trace_line *line)
{
	struct trace_span text = span(c->at, c->end);

	if (!take_ending(&text))
		return false;
	line->kind = TRACE_UNFINISHED;
	line->arguments = text;
	c->at = c->end;
	return true;
}

static bool take_resumed(struct cursor *c, struct trace_line *line)
{
	line->begun = true;
	line->name = take_name(c);
	line->cut = c->at == c->end;
	if (!take(c, " resumed>"))
		return false;
	skip_blanks(c);			/* the old form has one */
	if (take_unfinished(c, line))
		return true;
	if (!take_arguments(c, &line->arguments)) {
		line->cut = true;
		return false;
	}
	take_ending(&line->arguments);
	skip_blanks(c);
	line->kind = TRACE_RESUMED;
	line->cut = c->at == c->end;
	return take_result(c, line);
}

/* qemu writes no result of what does not return. */
static bool never_returns(struct trace_span name)
{
	return (name.length == 4 && memcmp(name.at, "exit", 4) == 0) ||
	       (name.length == 10 && memcmp(name.at, "exit_group", 10) == 0);
}

/* Another task's call directly behind the bracket: 12 read(3,0x1,2)13 ... */
static bool is_next_call(struct cursor c)
{
	size_t digits = count_digits(&c);

	c.at += digits;
	return digits && take(&c, " ") && take_name(&c).length &&
	       starts(&c, "(");
}

static bool is_result(struct cursor c)
{
	skip_blanks(&c);
	return starts(&c, "= ");
}

/* qemu's write(1,0x402000,3): what it writes on the terminal follows, and is
 * that long, if the result is in this line. */
static bool take_output(struct cursor *c, struct trace_line *line)
{
	size_t length = write_length(line);

	if (!is_write(line->name) ||
	    memchr(line->arguments.at, ' ', line->arguments.length))
		return false;
	if (length && length < left(c) && c->at[length] == ' ' &&
	    is_result((struct cursor){c->at + length, c->end})) {
		line->output = span(c->at, c->at + length);
		c->at += length;
	}
	return true;
}

/* There is no result behind the bracket. */
static bool take_closed(struct cursor *c, struct trace_line *line, bool spliced)
{
	line->closed = true;
	if (c->at == c->end && never_returns(line->name)) {
		line->kind = TRACE_CALL;
		return true;
	}
	line->cut = !is_next_call(*c) && (c->at == c->end || line->pid ||
					  is_write(line->name));
	if (line->pid || spliced)	/* qemu names it in each line */
		line->kind = TRACE_UNFINISHED;
	return line->kind == TRACE_UNFINISHED;
}

/* Nothing but the count stands before the bracket: ", 5)". */
static bool is_plain(struct cursor c)
{
	const char *at = c.at - 1;

	while (is_digit(at[-1]))
		at--;
	return at[-1] == ' ' && at[-2] == ',' && is_result(c);
}

/* On a terminal, the program's own text may stand behind a write's count. Of
 * unknown length, it ends at the last bracket with a result. */
static bool take_splice(struct cursor *c, struct trace_line *line, bool closed)
{
	const char *own = line->name.at, *close = c->end;
	size_t written;

	own += without_splice(own, (size_t)(c->end - own), &written);
	if (own == c->end)
		return closed;
	if (written < TRACE_JOINED)
		close = own + written;
	else
		while (--close > own && (*close != ')' ||
		       !is_result((struct cursor){close + 1, c->end})))
			;
	if (close >= c->end || *close != ')')
		return false;
	line->output = span(own, close);
	line->arguments = span(line->arguments.at, own);
	c->at = close + 1;
	return true;
}

static bool take_call(struct cursor *c, struct trace_line *line)
{
	struct cursor before = *c;
	bool closed, spliced;
	const char *end;

	line->name = take_name(c);
	if (line->name.length == 0 || c->at == c->end || *c->at != '(') {
		line->name.length = 0;
		*c = before;
		return false;
	}
	c->at++;
	line->begun = true;
	if (take_unfinished(c, line))
		return true;
	line->arguments.at = c->at;
	closed = take_arguments(c, &line->arguments);
	if (is_write(line->name) && (!closed || !is_plain(*c)))
		closed = take_splice(c, line, closed);
	if (!closed) {
		end = memmem(c->at, left(c), "...> ", 5);
		line->cut = !end;
		if (!end)
			return false;
		line->remark = (size_t)(c->end - end) - 4;
		c->end = end + 4;
		return take_unfinished(c, line);
	}
	take_ending(&line->arguments);
	if (c->at < c->end && is_next_call(*c))
		return take_closed(c, line, false);
	spliced = take_output(c, line);
	skip_blanks(c);
	if (starts(c, "(mask ")) {	/* sigreturn() (mask []), before 4.9 */
		c->at++;
		take_arguments(c, &line->arguments);
		skip_blanks(c);
	}
	if (c->at == c->end || *c->at != '=')
		return take_closed(c, line, spliced);
	line->kind = TRACE_CALL;
	return take_result(c, line);
}

/* qemu's word for a call it has no name for: "syscall 334" is its name. */
static bool take_number(struct cursor *c, struct trace_line *line)
{
	line->kind = TRACE_CALL;
	line->name = span(c->at - strlen("syscall "), c->end);
	return take_name(c).length && c->at == c->end;
}

/* --- SIGCHLD {...} ---, +++ exited with 0 +++; --- {...} (Child exited) ---
 * is 4.7's. */
static bool take_frame(struct cursor *c, struct trace_line *line)
{
	const char *word = *c->at == '-' ? "--- " : "+++ ";
	char close[] = {' ', word[0], word[0], word[0]};
	const char *at;

	if (!starts_any(c, "--- SIG\0" "--- {si_signo=\0"
			"--- stopped by SIG\0" "+++ exited with \0"
			"+++ killed by \0" "+++ superseded by \0"))
		return false;
	at = memmem(c->at, left(c), close, 4);
	if (!at) {
		line->begun = line->cut = true;
		return false;
	}
	at += 4;
	if (at < c->end && !is_one_of(*at, " \t<"))
		return false;
	line->kind = *word == '-' ? TRACE_SIGNAL : TRACE_EXIT;
	line->arguments = span(c->at, at);
	line->remark = (size_t)(c->end - at);
	c->at = c->end;
	return true;
}

static bool take_note(struct cursor *c, struct trace_line *line)
{
	if (!is_note(c))
		return false;
	line->kind = TRACE_NOTE;
	line->arguments = span(c->at, c->end);
	c->at = c->end;
	return true;
}

static bool take_line(struct cursor *c, struct trace_line *line)
{
	if (take(c, "<... "))
		return take_resumed(c, line);
	if (starts(c, "--- ") || starts(c, "+++ "))
		return take_frame(c, line);
	if (take(c, "Unknown syscall "))
		return take_number(c, line);
	if (starts(c, "= ") && !is_note(c)) {
		line->kind = TRACE_RESUMED;
		line->arguments = span(c->at, c->end);
		return take_result(c, line);
	}
	return take_call(c, line) || (!line->name.length &&
				      take_note(c, line));
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
		line->kind = TRACE_UNKNOWN;
		line->begun = line->begun && (line->cut || line->pid);
		line->pid = 0;
		line->name = line->result = (struct trace_span){0};
		line->arguments = (struct trace_span){text, length};
		return length;
	}
	return c.at == c.end ? length : (size_t)(c.at - text);
}
