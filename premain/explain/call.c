/*
 * premain/explain/call.c
 *
 * The arguments of a call: cut at commas that are in no string and no bracket,
 * read as numbers, paths, flags.
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

bool call_is(const struct call *call, const char *name)
{
	return strlen(name) == call->line->name.length &&
	       memcmp(name, call->line->name.at, call->line->name.length) == 0;
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

void call_split(struct call *call, const struct trace_line *line,
		unsigned long long number)
{
	const char *at = line->arguments.at, *from = at;
	const char *end = at + line->arguments.length;
	size_t depth = 0;
	char result[40];
	char *rest;
	size_t length = line->result.length;

	*call = (struct call){.line = line, .number = number};
	while (at < end) {
		if (*at == '"') {
			at = skip_string(at, end);
			continue;
		}
		if (strchr("([{", *at))
			depth++;
		if (strchr(")]}", *at) && depth)
			depth--;
		if (*at == ',' && depth == 0) {
			add(call, from, at);
			from = at + 1;
		}
		at++;
	}
	if (from < end)
		add(call, from, end);
	if (length > sizeof result - 1)
		length = sizeof result - 1;
	if (length)
		memcpy(result, line->result.at, length);
	result[length] = '\0';
	call->result = (int64_t)strtoull(result, &rest, 0);
	call->returned = rest > result;
}

bool call_number(const struct call *call, size_t argument, uint64_t *number)
{
	char text[40], *rest;
	struct trace_span span;

	if (argument >= call->count)
		return false;
	span = call->arguments[argument];
	if (span.length == 0 || span.length >= sizeof text)
		return false;
	memcpy(text, span.at, span.length);
	text[span.length] = '\0';
	if (strcmp(text, "NULL") == 0) {
		*number = 0;
		return true;
	}
	*number = strtoull(text, &rest, 0);
	return rest > text && (*rest == '\0' || *rest == '<');
}

/* A string as it was: an escape stays as strace wrote it. */
bool call_path(const struct call *call, size_t argument, char path[128])
{
	struct trace_span span;
	size_t length;

	path[0] = '\0';
	if (argument >= call->count)
		return false;
	span = call->arguments[argument];
	if (span.length < 2 || span.at[0] != '"')
		return false;
	length = (size_t)(skip_string(span.at, span.at + span.length) -
			  span.at) - 2;
	if (length > 127)
		length = 127;
	memcpy(path, span.at + 1, length);
	path[length] = '\0';
	return true;
}

bool call_has(const struct call *call, size_t argument, const char *word)
{
	size_t length = strlen(word);
	struct trace_span span;

	if (argument >= call->count)
		return false;
	span = call->arguments[argument];
	for (size_t i = 0; i + length <= span.length; i++)
		if (memcmp(span.at + i, word, length) == 0 &&
		    (i == 0 || strchr("| {", span.at[i - 1])) &&
		    (i + length == span.length ||
		     strchr("| ,}", span.at[i + length])))
			return true;
	return false;
}
