/*
 * premain/explain/call.c
 *
 * The arguments of a call: cut at commas that are in no string and no bracket,
 * read as numbers, paths, flags.
 */
#include "premain/explain/explain.h"
#include "premain/trace/cursor.h"

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

/* Words and lines are short: to look for the first letter is the best. */
const char *span_find(struct trace_span span, const char *word)
{
	size_t length = strlen(word);
	const char *at = span.at;

	for (; span.length >= length && span.length; at++, span.length--)
		if (!length || (*at == *word && memcmp(at, word, length) == 0))
			return at;
	return NULL;
}

bool span_has(struct trace_span span, const char *word)
{
	return span_find(span, word) != NULL;
}

bool span_ends(struct trace_span span, const char *word)
{
	size_t length = strlen(word);

	return span.length >= length &&
	       memcmp(span.at + span.length - length, word, length) == 0;
}

static unsigned int digit_of(char byte)
{
	return byte >= '0' && byte <= '9' ? (unsigned int)(byte - '0') :
	       (byte | 0x20) >= 'a' && (byte | 0x20) <= 'f' ?
	       (unsigned int)((byte | 0x20) - 'a' + 10) : 16;
}

/* The number at its beginning, as strtoull() reads it; what follows it, or
 * NULL where there is none. */
static const char *number_at(struct trace_span span, uint64_t *number)
{
	const char *at = span.at, *end = at + span.length, *first;
	unsigned int base = 10, digit;
	bool minus = span.length && *at == '-', large = false;
	uint64_t value = 0;

	at += minus;
	if (end - at > 2 && at[0] == '0' && at[1] == 'x' &&
	    digit_of(at[2]) < 16) {
		base = 16;
		at += 2;
	} else if (at < end && *at == '0') {
		base = 8;
	}
	for (first = at; at < end && (digit = digit_of(*at)) < base; at++)
		large |= __builtin_mul_overflow(value, base, &value) ||
			 __builtin_add_overflow(value, digit, &value);
	if (at == first)
		return NULL;
	*number = large ? ~0ULL : minus ? -value : value;
	return at;
}

bool span_number(struct trace_span span, const char *word, uint64_t *number)
{
	const char *at = span_find(span, word);

	if (!at)
		return false;
	at += strlen(word);
	span.length -= (size_t)(at - span.at);
	span.at = at;
	return number_at(span, number) != NULL;
}

bool call_is(const struct call *call, const char *name)
{
	return span_is(call->line->name, name);
}

bool call_failed(const struct call *call, const char *name, const char *number)
{
	return span_is(call->line->error, name) ||
	       span_is(call->line->error, number);
}

static struct trace_span trim(const char *from, const char *to)
{
	while (from < to && *from == ' ')
		from++;
	while (to > from && to[-1] == ' ')
		to--;
	return (struct trace_span){from, (size_t)(to - from)};
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
	*call = (struct call){.line = line, .number = number};
	if (line->kind == TRACE_CALL)
		call->known = known_call(line->name);
	if (line->arguments.length)
		split(call, line->arguments.at,
		      line->arguments.at + line->arguments.length);
	call->returned = number_at(line->result, (uint64_t *)&call->result);
}

/* "3", "NULL", "3</etc/passwd>", "0x3001 (one that strace has no name for)". */
bool call_number(const struct call *call, size_t argument, uint64_t *number)
{
	struct trace_span span;
	const char *rest;

	if (argument >= call->count)
		return false;
	span = call->arguments[argument];
	if (span_is(span, "NULL")) {
		*number = 0;
		return true;
	}
	rest = number_at(span, number);
	return rest && (rest == span.at + span.length || *rest == '<' ||
			*rest == ' ');
}

/* What a long path ends with says more than what it begins with. */
static void keep_end(char path[EXPLAIN_PATH], struct trace_span span)
{
	const char *end = span.at + span.length, *from = end - EXPLAIN_PATH + 8;
	const char *slash = memchr(from, '/', (size_t)(end - from));
	size_t length;

	if (slash)
		from = slash;
	span = (struct trace_span){from, (size_t)(end - from)};
	length = path[0] == '/' ? 4 : 3;
	memcpy(path, &"/..."[4 - length], length);
	length += trace_unescape(path + length, EXPLAIN_PATH - 5, span);
	path[length] = '\0';
}

bool call_path(const struct call *call, size_t argument,
	       char path[EXPLAIN_PATH])
{
	struct trace_span span;
	size_t length;

	path[0] = '\0';
	if (argument >= call->count)
		return false;
	span = call->arguments[argument];
	if (span.length < 2 || span.at[0] != '"')
		return false;
	length = trace_unescape(path, EXPLAIN_PATH - 1, span);
	path[length] = '\0';
	if (length == EXPLAIN_PATH - 1)
		keep_end(path, span);
	else if (span.at[span.length - 1] == '.' &&	/* "/usr/li"... */
		 call->result != (int64_t)length)
		strlcat(path, "...", EXPLAIN_PATH);
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
		    span.at[i + length - 1] == word[length - 1] &&
		    memcmp(span.at + i, word, length) == 0 &&
		    (i == 0 || is_edge(span.at[i - 1])) &&
		    (i + length == span.length ||
		     is_edge(span.at[i + length])))
			return true;
	return false;
}

bool is_musl_flush(const struct call *call)
{
	return call->count > 1 && span_is(call->line->name, "writev") &&
	       (span_ends(call->arguments[1], "iov_len=0}]") ||
		span_ends(call->arguments[1], ", 0}]"));
}
