/*
 * premain/trace/clean_line.c
 *
 * What others have made of a line on its way here. strace itself writes ASCII
 * and no escape sequence, so that nothing of its own is changed; text that is
 * escaped as in a web page is told by an entity outside of any string.
 */
#include "premain/trace/cursor.h"

#include <stdint.h>

#define ONES 0x0101010101010101u

/* A sequence of bytes, a NUL, and what stood there. */
static const char letters[] =
	"\xe2\x80\x9c\0\"\0" "\xe2\x80\x9d\0\"\0" "\xe2\x80\x9e\0\"\0"
	"\xe2\x80\x98\0'\0" "\xe2\x80\x99\0'\0" "\xe2\x80\xa6\0...\0"
	"\xe2\x80\x93\0-\0" "\xe2\x88\x92\0-\0" "\xe2\x80\x90\0-\0"
	"\xe2\x80\x91\0-\0" "\xe2\x80\x94-\0---\0" "\xe2\x80\x94\0---\0"
	"\xc2\xa0\0 \0" "\xe2\x80\xaf\0 \0" "\xe2\x80\x8b\0\0"
	"\xef\xbb\xbf\0\0" "\xc3\x97\0x\0";

static const char entities[] =
	"&lt;\0<\0" "&gt;\0>\0" "&quot;\0\"\0" "&amp;\0&\0" "&#34;\0\"\0"
	"&#39;\0'\0" "&#039;\0'\0" "&#x27;\0'\0" "&nbsp;\0 \0";

/* What stood here; NULL: the same. */
static const char *find(struct cursor *c, const char *table)
{
	while (*table) {
		const char *to = table + strlen(table) + 1;

		if (take(c, table))
			return to;
		table = to + strlen(to) + 1;
	}
	return NULL;
}

static bool replace(struct text *clean, struct cursor *c, const char *table)
{
	const char *to = find(c, table);

	if (to)
		text_put(clean, to);
	return to;
}

/* ESC [ 1 ; 31 m, and what else a terminal obeys. */
static bool skip_sequence(struct cursor *c)
{
	if (!take(c, "\x1b["))
		return false;
	while (c->at < c->end && (is_digit(*c->at) || is_one_of(*c->at, ";?")))
		c->at++;
	if (c->at < c->end)
		c->at++;
	return true;
}

/* Whether one of eight bytes is this one. */
static inline __attribute__((always_inline))
uint64_t has(uint64_t eight, unsigned char byte)
{
	eight ^= ONES * byte;
	return (eight - ONES) & ~eight & ONES << 7;
}

/* Whether there is nothing to do, as in nearly every line. */
static bool is_clean(struct cursor c)
{
	uint64_t eight, found = left(&c) < sizeof eight;

	for (; c.at < c.end && !found; c.at += sizeof eight) {
		memcpy(&eight, left(&c) < sizeof eight ?
		       c.end - sizeof eight : c.at, sizeof eight);
		found = (eight & ONES << 7) | has(eight, '&') |
			has(eight, 0x1b);
	}
	return !found;
}

/* Whether an entity is outside of any string. */
static bool is_page(struct cursor c)
{
	for (; c.at < c.end; c.at++) {
		if (*c.at == '"')
			c.at = skip_string(c.at, c.end) - 1;
		else if (*c.at == '&' && find(&(struct cursor){c.at, c.end},
					      entities))
			return true;
	}
	return false;
}

bool clean_line(struct text *clean, const char *text, size_t length)
{
	struct cursor c = {text, text + length};
	bool page, changed = false;

	if (is_clean(c))
		return false;
	page = is_page(c);
	clean->length = 0;
	while (c.at < c.end) {
		const char *from = c.at;

		if (skip_sequence(&c) ||
		    (page && replace(clean, &c, entities)) ||
		    replace(clean, &c, letters)) {
			changed = true;
			continue;
		}
		text_add(clean, from, 1);
		c.at++;
	}
	return changed;
}
