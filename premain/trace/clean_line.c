/*
 * premain/trace/clean_line.c
 *
 * What others have made of a line on its way here. strace itself writes ASCII
 * and no escape sequence, so that nothing of its own is changed; text that is
 * escaped as in a web page is told by an entity outside of any string.
 */
#include "premain/trace/cursor.h"

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

/* Whether there is anything to do, and whether that is of a web page. */
static bool is_clean(struct cursor c, bool *page)
{
	bool clean = true;

	*page = false;
	while (c.at < c.end) {
		if (*c.at == '"') {
			const char *behind = skip_string(c.at, c.end);

			for (; c.at < behind; c.at++)
				clean = clean && *c.at > 0 && *c.at != 0x1b;
			continue;
		}
		if (*c.at == '&' && !*page)
			*page = find(&(struct cursor){c.at, c.end}, entities);
		clean = clean && *c.at > 0 && *c.at != 0x1b;
		c.at++;
	}
	return clean && !*page;
}

bool clean_line(struct text *clean, const char *text, size_t length)
{
	struct cursor c = {text, text + length};
	bool page, changed = false;

	if (is_clean(c, &page))
		return false;
	clean->length = 0;
	while (c.at < c.end) {
		const char *from = c.at;

		if (skip_sequence(&c) ||
		    (page && replace(clean, &c, entities)) ||
		    (is_one_of(*c.at, "\xe2\xc2\xc3\xef") &&
		     replace(clean, &c, letters))) {
			changed = true;
			continue;
		}
		text_add(clean, from, 1);
		c.at++;
	}
	return changed;
}
