/*
 * premain/explain/call.c
 *
 * The arguments of a call: cut at commas that are in no string and no bracket,
 * read as numbers, paths, flags.
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

bool span_same(struct trace_span a, struct trace_span b)
{
	return a.length == b.length && (a.length == 0 ||
					memcmp(a.at, b.at, a.length) == 0);
}

bool span_is(struct trace_span span, const char *word)
{
	size_t i = 0;

	while (i < span.length && word[i] && word[i] == span.at[i])
		i++;
	return i == span.length && word[i] == '\0';
}

bool span_has(struct trace_span span, const char *word)
{
	return span.length &&
	       memmem(span.at, span.length, word, strlen(word)) != NULL;
}

bool span_number(struct trace_span span, const char *word, uint64_t *number)
{
	const char *at = span.length ?
		memmem(span.at, span.length, word, strlen(word)) : NULL;
	char digits[24], *end;
	size_t length;

	if (!at)
		return false;
	at += strlen(word);
	length = (size_t)(span.at + span.length - at);
	if (length > sizeof digits - 1)
		length = sizeof digits - 1;
	memcpy(digits, at, length);
	digits[length] = '\0';
	*number = strtoull(digits, &end, 0);
	return end > digits;
}

bool call_is(const struct call *call, const char *name)
{
	return span_is(call->line->name, name);
}

static struct trace_span trim(const char *from, const char *to)
{
	while (from < to && *from == ' ')
		from++;
	while (to > from && to[-1] == ' ')
		to--;
	return (struct trace_span){from, (size_t)(to - from)};
}

static const char *skip_string(const char *at, const char *end)
{
	for (at++; at < end && *at != '"'; at++)
		if (*at == '\\' && at + 1 < end)
			at++;
	return at < end ? at + 1 : end;
}

static void add(struct call *call, const char *from, const char *to)
{
	if (call->count < ARGUMENTS)
		call->arguments[call->count++] = trim(from, to);
}

/* A struct and an array may hold commas, and "</a,b>" of -y a file's name. */
static void split(struct call *call, const char *at, const char *end)
{
	const char *from = at;
	size_t depth = 0;

	while (at < end) {
		if (*at == '"') {
			at = skip_string(at, end);
			continue;
		}
		if (*at == '(' || *at == '[' || *at == '{')
			depth++;
		else if ((*at == ')' || *at == ']' || *at == '}') && depth)
			depth--;
		else if (*at == ',' && depth == 0) {
			add(call, from, at);
			from = at + 1;
		}
		at++;
	}
	if (from < end)
		add(call, from, end);
}

void call_split(struct call *call, const struct trace_line *line,
		unsigned long long number)
{
	char result[40], *rest;
	size_t length = line->result.length;

	*call = (struct call){.line = line, .number = number};
	if (line->arguments.length)
		split(call, line->arguments.at,
		      line->arguments.at + line->arguments.length);
	if (length > sizeof result - 1)
		length = sizeof result - 1;
	if (length)
		memcpy(result, line->result.at, length);
	result[length] = '\0';
	call->result = (int64_t)strtoull(result, &rest, 0);
	call->returned = rest > result;
}

/* "3", "NULL", "3</etc/passwd>", "0x3001 (one that strace has no name for)". */
bool call_number(const struct call *call, size_t argument, uint64_t *number)
{
	char text[40], *rest;
	struct trace_span span;
	size_t length;

	if (argument >= call->count || !call->arguments[argument].length)
		return false;
	span = call->arguments[argument];
	length = span.length < sizeof text ? span.length : sizeof text - 1;
	memcpy(text, span.at, length);
	text[length] = '\0';
	if (strcmp(text, "NULL") == 0) {
		*number = 0;
		return true;
	}
	*number = strtoull(text, &rest, 0);
	return rest > text && (*rest == '\0' || *rest == '<' || *rest == ' ');
}

bool call_path(const struct call *call, size_t argument,
	       char path[EXPLAIN_PATH])
{
	size_t length;

	path[0] = '\0';
	if (argument >= call->count || call->arguments[argument].length < 2 ||
	    call->arguments[argument].at[0] != '"')
		return false;
	length = trace_unescape(path, EXPLAIN_PATH - 1,
				call->arguments[argument]);
	path[length] = '\0';
	return true;
}

static bool is_edge(char byte)
{
	return byte == '|' || byte == ' ' || byte == '{' || byte == ',' ||
	       byte == '}' || byte == '=' || byte == '[' || byte == ']' ||
	       byte == ')' || byte == '*';
}

bool call_flag(const struct call *call, size_t argument, const char *word,
	       uint64_t bits)
{
	uint64_t number;

	if (call_number(call, argument, &number))
		return (number & bits) == bits;
	return call_has(call, argument, word);
}

bool call_has(const struct call *call, size_t argument, const char *word)
{
	size_t length = strlen(word);
	struct trace_span span;

	if (argument >= call->count)
		return false;
	span = call->arguments[argument];
	for (size_t i = 0; i + length <= span.length; i++)
		if (span.at[i] == *word &&
		    memcmp(span.at + i, word, length) == 0 &&
		    (i == 0 || is_edge(span.at[i - 1])) &&
		    (i + length == span.length ||
		     is_edge(span.at[i + length])))
			return true;
	return false;
}
