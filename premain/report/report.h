/*
 * premain/report/report.h
 *
 * How figures look: a grid of cells as a table fitted to the terminal or as
 * Markdown, two lists side by side, a field of CSV, a string of JSON.
 */
#ifndef PREMAIN_REPORT_H
#define PREMAIN_REPORT_H

#include "premain/text/text.h"

struct terminal {
	size_t width;		/* columns */
	bool utf8;
};

/* $COLUMNS, else the terminal's own width, else 80. */
void terminal_look(struct terminal *terminal);
const char *terminal_ellipsis(const struct terminal *terminal);
size_t terminal_ellipsis_width(const struct terminal *terminal);
const char *terminal_rule(const struct terminal *terminal);
const char *terminal_bar(const struct terminal *terminal);
const char *terminal_cross(const struct terminal *terminal);

enum { GRID_COLUMNS = 22 };

struct column {
	const char *group;	/* a title over several columns, or NULL */
	const char *head;
	signed char block;	/* columns of one block stay together */
	bool left;		/* text; numbers stand to the right */
};

/* Cells are printable ASCII. A row with a note has no cells but its first; a
 * heading has only that, over the rows that follow. */
struct grid_row {
	bool heading;
	struct text cells[GRID_COLUMNS];
	struct text note;
};

struct grid {
	const struct column *columns;
	size_t column_count;
	struct grid_row *rows;
	size_t row_count;
};

void grid_put_table(struct text *text, const struct grid *grid,
		    const struct terminal *terminal);
void grid_put_markdown(struct text *text, const struct grid *grid);
void grid_free(struct grid *grid);

/* Bytes, cut with an ellipsis where they are longer than width. Returns the
 * columns used. */
size_t put_cut(struct text *text, const char *bytes, size_t length,
	       size_t width, const struct terminal *terminal);

size_t count_columns(const char *bytes, size_t length);

/* Two lists of lines beside each other, in `width` columns for the left. */
struct side {
	const struct text *lines;
	size_t count;
};

void put_beside(struct text *text, struct side left, struct side right,
		size_t width, const struct terminal *terminal);

void put_number(struct text *text, unsigned long long number);

void put_wrapped(struct text *text, const struct text *lines, size_t width);

void csv_put_field(struct text *text, const char *string);
void html_put(struct text *text, const char *bytes, size_t length);
void html_put_string(struct text *text, const char *string);
void html_put_between(struct text *text, const char *before,
		      const char *string, const char *after);

/*
 * Members of an object, each a letter and a name, "sname\0ubytes\0": s is for a
 * string, null where it is NULL or empty, u for an unsigned long long, x for
 * one as a string in hexadecimal, i for an int, b for a bool, n for null, which
 * has no value, and { or [ opens what } or ] closes, which stand alone. A new
 * line in front of the letter begins one; a tab or a blank in front of all
 * begins an object of a list.
 */
void json_put_members(struct text *text, const char *members, ...);
void json_put_string(struct text *text, const char *bytes, size_t length);
void markdown_put(struct text *text, const char *bytes, size_t length);

#endif
