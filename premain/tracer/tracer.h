/*
 * premain/tracer/tracer.h
 *
 * A tracer of our own, where strace is not: it says which system calls are
 * made, by number, name and what is in the registers, and does not decode.
 */
#ifndef PREMAIN_TRACER_H
#define PREMAIN_TRACER_H

#include <stdbool.h>
#include <stdint.h>

#include "premain/steps/registers.h"
#include "premain/text/text.h"

enum { TASKS = 4096 };		/* followed at the same time */

/* A process or thread that is followed. */
struct task {
	int pid;		/* 0: the place is free */
	bool in_call;		/* its entry was seen, its return not yet */
	bool foreign;		/* it is a 32-bit one */
	struct registers entry;	/* what it had in the registers then */
};

struct tracer {
	int out;		/* where the lines go */
	int first;		/* the program's own pid */
	int status;		/* how that ended, as wait(2) gives it */
	bool failed;		/* a line could not be written */
	bool crowded;		/* there were more tasks */
	struct task tasks[TASKS];
};

/* Runs the program, which has a path, and what it starts, to the end. NULL, or
 * what went wrong. */
const char *tracer_follow(struct tracer *tracer, const char *program,
			  char *const *command);

/* "17 write(0x1, 0x7ffe01, 0xd) = 0xd", and what ended or interrupted it. */
void put_call_line(struct tracer *tracer, const struct task *task,
		   const struct registers *now);
void put_exec_line(struct tracer *tracer, const char *path, int error);
void put_signal_line(struct tracer *tracer, int pid, int number);
void put_heir_line(struct tracer *tracer, int pid, int thread);
void put_end_line(struct tracer *tracer, int pid, int status);

#endif
