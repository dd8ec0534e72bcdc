/*
 * premain/page/page.h
 *
 * The comparison as one page of HTML: it loads nothing, runs nothing, and
 * says everything in words as well as in colours.
 */
#ifndef PREMAIN_PAGE_H
#define PREMAIN_PAGE_H

#include "premain/compare/compare.h"
#include "premain/report/report.h"

void page_put(struct text *text, const struct comparison *comparison);

/* Whether a page may have this name: there is no file, or a page. */
bool page_may_take(const char *path);

/* Inside the room: what stands at each $NAME of page.html. */
typedef void page_part(struct text *text, const struct comparison *comparison);
page_part page_put_style, page_put_table, page_put_sizes, page_put_start,
	page_put_traces, page_put_memory, page_put_slots, page_put_making;

/* A part of a bar; `class` gives it its colour (style.css). */
struct bar_part {
	const char *name, *class;
	unsigned long long amount;
};

struct bar {
	const char *label;	/* what the whole is, for who cannot see it */
	const char *unit;	/* "bytes"; of one of them, without the s */
	struct bar_part *parts;
	size_t count;
};

void page_put_bar(struct text *text, const struct bar *bar);

/* A thin line: how much of the largest one this is. */
void page_put_scale(struct text *text, unsigned long long amount,
		    unsigned long long largest);

/* Caption and heads of a table, "left\0right\0": a '<' in front is for text,
 * which stands to the left. */
void page_open_table(struct text *text, const char *class,
		     const char *caption, const char *heads);
void page_close_table(struct text *text);

/* A row of a table, up to its head; the one who opens it closes it. */
void page_open_line(struct text *text, const char *name);

/* "NAME: not known: WHY." */
void page_put_unknown(struct text *text, const struct row *row,
		      const char *why);

/* A row's name, and of several files whose it is. */
void page_put_name(struct text *text, const struct row *row,
		   const char *after);

/* <details> under a row's name; whoever opens it closes it. */
void page_open_row(struct text *text, const struct row *row, bool open);

#endif
