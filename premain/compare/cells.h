/*
 * premain/compare/cells.h
 *
 * The rows as cells, for the formats that people read.
 */
#ifndef PREMAIN_COMPARE_CELLS_H
#define PREMAIN_COMPARE_CELLS_H

#include "premain/compare/compare.h"
#include "premain/report/report.h"

/* measured, missing, aside, failed */
const char *state_name(const struct row *row);

int cells_make(struct grid *grid, const struct comparison *comparison);

/* One event as one line of at most `width` columns. */
void put_event(struct text *text, const struct trace_event *event,
	       unsigned int main_pid, size_t width,
	       const struct terminal *terminal);

/* A member of a row's object. */
void put_live(struct text *text, const struct live *live);

void put_pair(struct text *text, struct pair pair,
	      const struct terminal *terminal);

/* What the figures alone do not say, a line for each remark, which begins
 * with `before`; the other two are a part of it. */
void put_remarks(struct text *text, const struct comparison *comparison,
		 const char *before);
void put_differences(struct text *text, const struct comparison *comparison);
void put_beside_floor(struct text *text, const struct comparison *comparison);
void put_heading(struct text *text, const struct comparison *comparison);

#endif
