/*
 * premain/trace/clean_line.c
 *
 * What others have made of a line on its way here. strace itself writes ASCII
 * and no escape sequence, so that nothing of its own is changed; text that is
 * escaped as in a web page is told by an entity outside of any string.
 */
#include "premain/trace/cursor.h"

/* A sequence of bytes, and what stood there. */
struct replacement {
	const char *from, *to;
};

static const struct replacement letters[] = {
	{"\xe2\x80\x9c", "\""}, {"\xe2\x80\x9d", "\""}, {"\xe2\x80\x9e", "\""},
	{"\xe2\x80\x98", "'"}, {"\xe2\x80\x99", "'"}, {"\xe2\x80\xa6", "..."},
	{"\xe2\x80\x93", "-"}, {"\xe2\x88\x92", "-"}, {"\xe2\x80\x90", "-"},
	{"\xe2\x80\x91", "-"}, {"\xe2\x80\x94-", "---"},
	{"\xe2\x80\x94", "---"}, {"\xc2\xa0", " "},
	{"\xe2\x80\xaf", " "}, {"\xe2\x80\x8b", ""}, {"\xef\xbb\xbf", ""},
	{"\xc3\x97", "x"}, {NULL, NULL}
};

static const struct replacement entities[] = {
	{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"},
	{"&#34;", "\""}, {"&#39;", "'"}, {"&#039;", "'"}, {"&nbsp;", " "},
	{NULL, NULL}
};

static bool replace(struct text *clean, struct cursor *c,
		    const struct replacement *table)
{
	for (; table->from; table++)
		if (take(c, table->from)) {
			text_put(clean, table->to);
			return true;
		}
	return false;
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
			for (size_t i = 0; entities[i].from; i++)
				*page = *page || starts(&c, entities[i].from);
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
		    (*c.at < 0 && replace(clean, &c, letters))) {
			changed = true;
			continue;
		}
		text_add(clean, from, 1);
		c.at++;
	}
	return changed;
}
