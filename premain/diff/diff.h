/*
 * premain/diff/diff.h
 *
 * Two traces, paired by what their calls do: what differs from run to run
 * (addresses, process numbers, random bytes) is no difference.
 */
#ifndef PREMAIN_DIFF_H
#define PREMAIN_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "premain/explain/explain.h"

enum { DIFF_EVENTS = 100000 };	/* of a log; what follows is not compared */

/* One line of a log. */
struct diff_event {
	unsigned long long number;	/* of its line */
	size_t process;		/* which one, in the order of their making */
	enum explain_phase phase;
	bool failed;
	char *name;		/* of the call; "" for other lines */
	char *key;		/* the line without what is each run's own */
	char *text;		/* the line as it stands */
	char *sentence;		/* premain explain's; "" where it has none */
};

struct diff_side {
	struct diff_event *events; /* each process's behind each other */
	size_t count, room;
	unsigned int pids[PROCESSES];
	size_t parents[PROCESSES]; /* places in pids; PROCESSES: none */
	size_t births[PROCESSES], birth_count, pid_count;
	bool cut, lost;		/* too many events; memory ran out */
};

/* Reads a log; 0, or -1 with errno. */
int diff_read(struct diff_side *side, int fd);
void diff_free(struct diff_side *side);

/* The line without what differs from run to run, in the process's terms. */
void put_key(struct text *text, const struct trace_line *line,
	     struct explainer *explainer);

/*
 * For each event of a and b the number of its partner, or DIFF_ALONE. The most
 * that can be paired in order is. False: no memory.
 */
#define DIFF_ALONE ((size_t)-1)
bool diff_align(const struct diff_side *a, const struct diff_side *b,
		size_t *partner_a, size_t *partner_b);

#endif
