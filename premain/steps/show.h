/*
 * premain/steps/show.h
 *
 * Inside the room: what has been counted, as text.
 */
#ifndef PREMAIN_STEPS_SHOW_H
#define PREMAIN_STEPS_SHOW_H

#include "premain/report/report.h"
#include "premain/steps/steps.h"

/* A function of some object, and how many steps it has executed. */
struct function {
	const char *name, *path;
	uint64_t steps;
};

/* All that were executed, the busiest first; to be freed. NULL: no memory. */
struct function *list_functions(const struct steps *steps, size_t *count);

/* "loader", "start", "main", "exit". */
const char *phase_name(enum phase phase);

/* An object by its name without the folders. */
void put_object(struct text *text, const char *path);

void show_steps_table(struct text *text, const struct steps *steps,
		      size_t top);
void show_steps_calls(struct text *text, const struct steps *steps);
void show_steps_json(struct text *text, const struct steps *steps,
		     const char *program);

#endif
