/*
 * premain/explain/questions.h
 *
 * Questions that readers of traces have asked, answered from one log: by its
 * own lines, or by saying what no log can tell, and which command does.
 */
#ifndef PREMAIN_QUESTIONS_H
#define PREMAIN_QUESTIONS_H

#include "premain/explain/explain.h"

enum question_limits {
	QUESTIONS = 15,
	KILLED = -2,		/* a status: by a signal */
	EVIDENCE = 6,		/* lines shown for an answer; all are counted */
	LIBRARIES = 64,
	DRAWN = 96,		/* rows of the drawing */
	PHASE_NAMES = 200	/* bytes, of the calls of a phase */
};

struct evidence {
	struct text text;
	unsigned long long lines;
};

struct library_seen {
	unsigned long long line;
	char name[56];
};

/* In the order of their words in draw.c. */
enum step {
	STEP_END, STEP_FORK, STEP_WAIT, STEP_EXECVE, STEP_LOADER, STEP_LIBC,
	STEP_PRINT, STEP_EXIT, STEP_MAIN, STEP_BEGINS
};

/* A step of one process: calls that follow each other, for one purpose. */
struct drawn {
	unsigned int pid, depth;
	enum step step;
	unsigned long long first, last;
	char what[72];
};

struct answers {
	const struct trace_line *line;	/* in work */
	unsigned long long number;
	const struct explanation *explanation;
	unsigned long long cache;	/* the line that opens it */
	unsigned long long in_vain;	/* libraries looked for */
	size_t library_count;
	int64_t written;		/* by the last write to output */
	unsigned long long write_line;
	int64_t status;			/* of the last exit */
	size_t drawn;
	unsigned long long not_drawn;
	bool wanted[QUESTIONS + 1];
	struct evidence evidence[QUESTIONS + 1];
	struct {
		unsigned long long lines, first, last;
		char names[PHASE_NAMES];
	} phases[EXPLAIN_PHASES];
	struct library_seen libraries[LIBRARIES];
	struct drawn drawing[DRAWN];
};

/* "7", "Q7", or "all"; false: there is no such question. */
bool answers_want(struct answers *answers, const char *word);
void answers_take(struct answers *answers, const struct trace_line *line,
		  unsigned long long number,
		  const struct explanation *explanation);

/* What is asked, for plain_words(), and the answer, as text. */
const char *question_asks(unsigned int question);
void answer_put(struct text *text, const struct answers *answers,
		unsigned int question);
void answers_free(struct answers *answers);

/* Inside the room: who does what, from the first line to the last. */
void draw_take(struct answers *answers, const struct trace_line *line,
	       unsigned long long number,
	       const struct explanation *explanation);
void draw_put(struct text *text, const struct answers *answers);

#endif
