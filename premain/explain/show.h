/*
 * premain/explain/show.h
 *
 * How explanations look: as text for a terminal, as Markdown, as JSON.
 */
#ifndef PREMAIN_SHOW_H
#define PREMAIN_SHOW_H

#include "premain/explain/explain.h"

enum show_limits { SHOWN_NAMES = 8 };

struct show {
	enum { SHOW_TEXT, SHOW_MARKDOWN, SHOW_JSON } format;
	size_t width;			/* of a line; 0: as long as it is */
	bool color;
	struct text out;		/* what is to be written */
	struct text event;		/* the room of the one in work */
	unsigned long long lines, known[3];	/* by basis */
	unsigned long long not_parsed;	/* lines, that are in none of these */
	size_t name_count;
	struct {
		char name[TRACE_NAME];
		unsigned long long line;	/* the first of it */
	} names[SHOWN_NAMES];			/* of calls not known */
};

void show_line(struct show *show, const struct trace_line *line,
	       unsigned long long number,
	       const struct explanation *explanation);

/* The sums below a text: nothing in the other formats. */
void show_end(struct show *show);

/* Bytes from column `used` on, broken at blanks, each further line `indent`
 * columns in. */
void show_folded(struct show *show, const char *bytes, size_t length,
		 size_t used, size_t indent);

#endif
