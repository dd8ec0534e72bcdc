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

/* Numbers that both have; all else the tracer may not show. */
static bool arguments_meet(const char *clause, const char *event)
{
	while (*clause && *event) {
		char wanted[64], shown[64];
		unsigned long long one, other;

		clause = take_argument(clause, wanted);
		event = take_argument(event, shown);
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

	if (strchr(clause, '*') || strcmp(clause, "?") == 0)
		return !fails || failed;
	if (fails || failed)
		return fails == failed &&
		       (!wanted || !shown || strcmp(wanted, shown) == 0);
	return !is_number(clause, &one) || !is_number(event, &other) ||
	       one == other;
}

/* A clause in its parts: it is `name(arguments) = result`. */
static bool parts_meet(const char *clause, const struct trace_event *event)
{
	const char *open = strchr(clause, '(');
	const char *close = strstr(clause, ") = ");
	size_t name = open ? (size_t)(open - clause) : 0;
	char arguments[512] = "";
	size_t length;

	if (!open || event->kind != TRACE_CALL)
		return false;
	while (close && strstr(close + 1, ") = "))
		close = strstr(close + 1, ") = ");
	if (strlen(event->name) != name ||
	    memcmp(event->name, clause, name) != 0)
		return false;
	length = close ? (size_t)(close - open) - 1 : 0;
	if (length && length < sizeof arguments)
		memcpy(arguments, open + 1, length);
	return arguments_meet(arguments, event->arguments) &&
	       (!close || results_meet(close + strlen(") = "),
				       event->result));
}

bool clause_meets(const char *clause, const struct trace_event *event,
		  enum tracer_kind tracer)
{
	struct text text = {0};
	bool meets;

	if (event->kind != TRACE_CALL) {	/* "--- SIGSEGV ---" or more */
		trace_put_event(&text, event);
		meets = strncmp(clause, text_string(&text),
				strcspn(text_string(&text), "{") < 4 ? 4 :
				strcspn(text_string(&text), "{") - 1) == 0;
		text_free(&text);
		return meets;
	}
	if (tracer != TRACER_STRACE)
		return parts_meet(clause, event);
	trace_put_event(&text, event);
	meets = matches(clause, text_string(&text));
	text_free(&text);
	return meets;
}
