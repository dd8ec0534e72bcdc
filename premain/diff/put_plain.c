/*
 * premain/diff/put_plain.c
 *
 * Words of a log without the numbers that are each run's own: addresses, what
 * is said of a process and of a file's times, and the remarks of -y.
 */
#include "premain/diff/diff.h"

#include <string.h>

/* No flag that is written as a number is that large; and what qemu writes of
 * a call that it does not know is decimal. */
bool is_address(struct trace_span span, uint64_t *address)
{
	uint64_t least = span_starts(span, "0x") ? 0x10000 : 1ULL << 36;

	return span.length && *span.at != '-' &&
	       span_number(span, "", address) && *address >= least;
}

/* What begins at one byte and ends in front of another. */
static size_t skip_to(struct trace_span rest, size_t length, char end)
{
	const char *to = memchr(rest.at + length, end, rest.length - length);

	return to ? (size_t)(to - rest.at) : rest.length;
}

/* What is said of a process that may have ended, or of a file: numbers, and
 * times, which may be two numbers in brackets; and a port of five digits, as
 * the kernel gives them. */
static size_t skip_own_word(struct text *text, struct trace_span rest)
{
	static const char words[] =
		"pid=\0" "time=\0" "time_nsec=\0" "_ino=\0" "u64=\0"
		"left \0"
		"port=htons(\0"
		"parent_tid=[\0";	/* 0 where it has ended already */

	for (const char *word = words; *word; word += strlen(word) + 1) {
		size_t own = strlen(word), length = own;

		if (!span_starts(rest, word))
			continue;
		text_put(text, word);
		if (length < rest.length && rest.at[length] == '{')
			return skip_to(rest, length, '}');
		while (length < rest.length && rest.at[length] >= '0' &&
		       rest.at[length] <= '9')
			length++;
		return word[1] == 'o' && length - own < 5 ? own : length;
	}
	return 0;
}

/* "</a/file>" behind a descriptor; its end is where the argument goes on. A
 * comment, with the blank before it. An arrow is lost in two lines. */
static size_t skip_remark(struct trace_span rest, char before)
{
	const char *end = NULL;
	size_t length = 1;

	if (span_starts(rest, " =>"))
		return 1;
	if (span_starts(rest, " /* "))
		end = memmem(rest.at, rest.length, "*/", 2);
	if (end)
		return (size_t)(end - rest.at) + 2;
	if (rest.at[0] != '<' || !((before >= '0' && before <= '9') ||
				   before == 'D') || span_starts(rest, "<<"))
		return 0;
	while (length < rest.length &&
	       !(rest.at[length] == '>' &&
		 (length + 1 == rest.length ||
		  strchr(",]})", rest.at[length + 1]))))
		length++;
	return length + 1;
}

/* A hexadecimal number, also as printf's %016lx writes an address; its length,
 * 0 where there is none. */
static size_t put_hexadecimal(struct text *text, struct trace_span rest)
{
	size_t length = 2;
	uint64_t address;

	if (!span_starts_any(rest, "0x\0" "00007f\0"))
		return 0;
	while (length < rest.length &&
	       strchr("0123456789abcdef", rest.at[length]))
		length++;
	rest.length = length;
	if (is_address(rest, &address) || length == 16)
		rest = (struct trace_span){"*", 1};
	text_add(text, rest.at, rest.length);
	return length;
}

void put_plain(struct text *text, struct trace_span span)
{
	bool quoted = false;
	char before = '\0';

	while (span.length) {
		size_t length = put_hexadecimal(text, span);

		if (!length && !quoted && strchr("pt_ul", *span.at))
			length = skip_own_word(text, span);
		if (!length && !quoted)
			length = skip_remark(span, before);
		if (!length) {
			length = 1 + (*span.at == '\\' && span.length > 1);
			text_add(text, span.at, length);
		}
		quoted ^= *span.at == '"';
		before = *span.at;
		span.at += length;
		span.length -= length < span.length ? length : span.length;
	}
}
