/*
 * loader/explain/say.c - a sentence for people, or an object for programs
 *
 * A line is written whole, as long as it fits into the buffer. Source: RFC 8259
 * (strings).
 */
#include <stdarg.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/explain/explain.h"

enum { PAIRS_MAX = 16, NUMBERS = 16 };

struct pair {
	const char *key, *value;
};

static char buffer[16384];
static size_t used;

void say_all(void)
{
	size_t from = 0;

	while (from < used) {
		long wrote = sys_write(2, buffer + from, used - from);

		if (wrote <= 0)
			break;
		from += (size_t)wrote;
	}
	used = 0;
}

static void put(char character)
{
	if (used == sizeof buffer)
		say_all();
	buffer[used++] = character;
}

static void put_text(const char *text)
{
	while (*text)
		put(*text++);
}

/* A name cannot move the cursor; in JSON it cannot end its string either. */
static void put_value(const char *text)
{
	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte < 0x20 || byte == 0x7f) {
			put_text(wishes.json ? "\\u00" : "\\x");
			put("0123456789abcdef"[byte >> 4]);
			put("0123456789abcdef"[byte & 15]);
			continue;
		}
		if (wishes.json && (byte == '"' || byte == '\\'))
			put('\\');
		put(*text);
	}
}

static const struct pair *find(const struct pair *pairs, const char *key,
			       size_t length)
{
	for (; pairs->key; pairs++) {
		const char *name = pairs->key + (*pairs->key == '#');

		if (strlen(name) == length && !memcmp(name, key, length))
			return pairs;
	}
	return NULL;
}

static size_t word_length(const char *text)
{
	size_t length = 0;

	while ((text[length] >= 'a' && text[length] <= 'z') ||
	       text[length] == '_')
		length++;
	return length;
}

static void put_sentence(const char *event, const char *sentence,
			 const struct pair *pairs)
{
	size_t width = strlen(event);

	put_text(event);
	for (put(' '); width < 11; width++)
		put(' ');
	while (*sentence) {
		size_t length = word_length(sentence + 1);
		const struct pair *pair = find(pairs, sentence + 1, length);

		if (*sentence == '$' && pair) {
			put_value(pair->value ? pair->value : "");
			sentence += 1 + length;
		} else {
			put(*sentence++);
		}
	}
	while (used && buffer[used - 1] == ' ')
		used--;
	put('\n');
}

static void put_object(const char *event, const struct pair *pairs)
{
	put_text("{\"event\":\"");
	put_text(event);
	put('"');
	for (; pairs->key; pairs++) {
		bool is_number = *pairs->key == '#';

		if (!pairs->value)
			continue;
		put_text(",\"");
		put_text(pairs->key + is_number);
		put_text(is_number ? "\":" : "\":\"");
		put_value(pairs->value);
		if (!is_number)
			put('"');
	}
	put_text("}\n");
}

void say(const char *event, const char *sentence, ...)
{
	struct pair pairs[PAIRS_MAX + 1];
	size_t count = 0;
	va_list values;

	va_start(values, sentence);
	while (count < PAIRS_MAX &&
	       (pairs[count].key = va_arg(values, const char *)))
		pairs[count++].value = va_arg(values, const char *);
	pairs[count].key = NULL;
	va_end(values);
	if (used > sizeof buffer / 2)
		say_all();
	if (wishes.json)
		put_object(event, pairs);
	else
		put_sentence(event, sentence, pairs);
}

static char *number(uint64_t value, unsigned int base)
{
	static char texts[NUMBERS][24];
	static unsigned int last;
	char *digit = texts[last++ % NUMBERS] + sizeof texts[0] - 1;

	do
		*--digit = "0123456789abcdef"[value % base];
	while (value /= base);
	return digit;
}

const char *hex(uint64_t value)
{
	char *digits = number(value, 16);

	*--digits = 'x';
	*--digits = '0';
	return digits;
}

const char *decimal(uint64_t value)
{
	return number(value, 10);
}
