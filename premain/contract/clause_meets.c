/*
 * premain/contract/clause_meets.c
 *
 * A clause against an event. * stands for any text. strace shows everything.
 * qemu writes no blanks, addresses in the place of texts, and errors by their
 * numbers; premain trace shows numbers only. So of an event that they have
 * seen, the name is held against the clause, each argument that is a number in
 * both, and the result: a number, or the text of an error.
 */
#include "premain/contract/contract.h"

#include <stdlib.h>
#include <string.h>

/* Whether the pattern, in which * is any text, is all of the text. */
static bool matches(const char *pattern, const char *text)
{
	const char *star = NULL, *from = text;

	while (*text) {
		if (*pattern == '*') {
			star = pattern++;
			from = text;
		} else if (*pattern == *text) {
			pattern++;
			text++;
		} else if (star) {
			pattern = star + 1;
			text = ++from;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return *pattern == '\0';
}

static bool is_number(const char *text, unsigned long long *number)
{
	char *end;

	if (strcmp(text, "NULL") == 0) {
		*number = 0;
		return true;
	}
	*number = strtoull(text, &end, 0);
	return end > text && *end == '\0';
}

/* The next argument, without blanks around it, into `word`; what follows. */
static const char *take_argument(const char *at, char word[64])
{
	size_t length = 0, depth = 0;
	bool quoted = false;

	at += strspn(at, " ");
	for (; *at && (quoted || depth || *at != ','); at++) {
		if (*at == '"')
			quoted = !quoted;
		else if (*at == '\\' && quoted && at[1])
			at++;
		else if (!quoted && strchr("([{", *at))
			depth++;
		else if (!quoted && depth && strchr(")]}", *at))
			depth--;
		if (length < 63)
			word[length++] = *at;
	}
	while (length && word[length - 1] == ' ')
		length--;
	word[length] = '\0';
	return *at == ',' ? at + 1 : at;
}

static size_t count_arguments(const char *at)
{
	char word[64];
	size_t count = 0;

	for (; *at; count++)
		at = take_argument(at, word);
	return count;
}

/*
 * Numbers that both have; all else the tracer may not show. A * of its own is
 * one argument where there are as many on both sides; else it may be several,
 * and nobody knows which of the rest belong together.
 */
static bool arguments_meet(const char *clause, const char *event)
{
	bool aligned = count_arguments(clause) == count_arguments(event);

	while (*clause && *event) {
		char wanted[64], shown[64];
		unsigned long long one, other;

		clause = take_argument(clause, wanted);
		event = take_argument(event, shown);
		if (strcmp(wanted, "*") == 0 && !aligned)
			return true;
		if (is_number(wanted, &one) && is_number(shown, &other) &&
		    (unsigned int)one != (unsigned int)other)
			return false;
	}
	return true;
}

/* "-1 ENOENT (No such file)" and "-1 errno=2 (No such file)" are one. */
static bool results_meet(const char *clause, const char *event)
{
	const char *wanted = strchr(clause, '('), *shown = strchr(event, '(');
	unsigned long long one, other;
	bool fails = strncmp(clause, "-1 ", 3) == 0;
	bool failed = strncmp(event, "-1 ", 3) == 0;

	if (strcmp(clause, "*") == 0 || strcmp(clause, "?") == 0)
		return true;
	if (fails || failed)
		return fails == failed &&
		       (!wanted || !shown || matches(wanted, shown));
	return !is_number(clause, &one) || !is_number(event, &other) ||
	       one == other;
}

/* The name, the arguments and the result of a clause, each with an end. */
static bool split(char *clause, char **arguments, char **result)
{
	char *open = strchr(clause, '('), *close, *next;

	if (!open)			/* "syscall 334" */
		return true;
	*open = '\0';
	*arguments = open + 1;
	close = strstr(*arguments, ") = ");
	while (close && (next = strstr(close + 1, ") = ")))
		close = next;
	if (!close)
		return true;
	*close = '\0';
	*result = close + strlen(") = ");
	return true;
}

static bool parts_meet(const char *clause, const struct trace_event *event)
{
	char *copy = strdup(clause), *arguments = NULL, *result = NULL;
	bool meets = copy && split(copy, &arguments, &result) &&
		     matches(copy, event->name) &&
		     (!result || (arguments_meet(arguments, event->arguments) &&
				  results_meet(result, event->result)));

	free(copy);
	return meets;
}

/* "--- SIGSEGV {...} ---" and "+++ killed by SIGSEGV (core dumped) +++"
 * without what not every tracer shows. */
static void put_aside(struct text *text, const char *line)
{
	size_t length = strcspn(line, "{(");

	while (length && strchr(" +-", line[length - 1]))
		length--;
	text_add(text, line, length);
}

static bool aside_meets(const char *clause, const struct trace_event *event)
{
	struct text wanted = {0}, shown = {0};
	bool meets;

	if (event->kind == TRACE_UNKNOWN)
		return strcmp(clause, event->arguments) == 0;
	put_aside(&wanted, clause);
	put_aside(&shown, event->arguments);
	meets = shown.length && matches(text_string(&wanted), shown.bytes);
	text_free(&wanted);
	text_free(&shown);
	return meets;
}

bool clause_meets(const char *clause, const struct trace_event *event,
		  enum tracer_kind tracer)
{
	struct text text = {0};
	bool meets;

	if (event->kind != TRACE_CALL)
		return strncmp(clause, event->arguments, 4) == 0 &&
		       aside_meets(clause, event);
	if (tracer != TRACER_STRACE)
		return parts_meet(clause, event);
	trace_put_event(&text, event);
	meets = matches(clause, text_string(&text));
	text_free(&text);
	return meets;
}
