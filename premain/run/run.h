/*
 * premain/run/run.h
 *
 * Start a command, no shell in between, and see it to its end: standard
 * input is /dev/null, both outputs are captured (bounded), the time is
 * limited, and what it started is ended with it.
 */
#ifndef PREMAIN_RUN_H
#define PREMAIN_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "premain/text/text.h"

enum run_limits {
	RUN_KEPT = 65536,		/* bytes kept of an output */
	RUN_OUTPUT = 16 * 1024 * 1024	/* bytes read before it is ended */
};

/* An output: its first bytes, and the length and hash of all of it. */
struct capture {
	char *kept;
	size_t length;
	unsigned long long total;
	uint64_t hash;
	bool lost;
};

void capture_take(void *capture, const char *bytes, size_t length);
bool capture_is_binary(const struct capture *capture);
bool capture_is_same(const struct capture *one, const struct capture *other);
void capture_free(struct capture *capture);

struct command {
	char *const *arguments;		/* a path first: nothing is searched */
	char *const *environment;	/* NULL: our own */
	long long limit;		/* milliseconds */
	struct capture *output;
	struct capture *errors;
	const char *pipe;		/* a FIFO that it writes to, or NULL */
	void (*take)(void *to, const char *bytes, size_t length);
	void *to;			/* what comes out of the FIFO */
};

enum ending {
	END_EXIT,			/* value: the status */
	END_SIGNAL,			/* value: the signal */
	END_TIME,			/* ended: still running */
	END_FLOOD,			/* ended: more than RUN_OUTPUT */
	END_INTERRUPT,			/* ended: premain was told to stop */
	END_UNSTARTED			/* value: errno */
};

struct outcome {
	enum ending ending;
	int value;
};

struct outcome run_command(const struct command *command);

/* The path of a program in PATH (or of a name with a slash), to be freed;
 * NULL where there is none: errno is EACCES if it is there and may not be
 * executed. */
char *run_find(const char *name);

/* Makes a folder of our own; false, with errno, and the parent where none can
 * be made. */
bool run_make_folder(struct text *folder, const char **parent);

/* The path of this program; "" where nobody knows. Always the same place. */
char *run_self(void);

/* From here on SIGINT and its like only set a flag that run_command heeds,
 * and run_interrupted gives the signal or 0; until run_release_signals, where
 * the one that came meanwhile does what it usually does. */
void run_catch_signals(void);
int run_interrupted(void);
void run_release_signals(void);

/* SIGSEGV for 11; "signal 64" for what has no name. */
const char *run_signal_name(int number);

/* The program's own status, or 128 and the signal, of what wait(2) gives. */
int run_exit_status(int status);

/* Who shows the system calls of a program. */
enum tracer_kind { TRACER_NONE, TRACER_STRACE, TRACER_QEMU, TRACER_OWN };

/* "strace", "qemu-x86_64", "premain trace"; NULL for none. */
const char *run_tracer_name(enum tracer_kind kind);

/* Its path, to be freed, or NULL: ours is this program. */
char *run_find_tracer(enum tracer_kind kind);

/* A program's words behind those of its tracer, whose path is known; the list
 * is to be freed, its words are not. NULL: no memory. */
char **run_tracer_words(enum tracer_kind kind, const char *tracer,
			const char *log, const char *program,
			char *const *arguments);

/*
 * Runs a command under a tracer to its end; for qemu it has a path in front.
 * NULL, and the log is open at its start and the status as wait(2) gives it; or
 * what went wrong.
 */
const char *run_logged(enum tracer_kind kind, char *const *command,
		       int *log, int *status);

/*
 * Starts a command, whose first word is a path, to be traced: it is stopped
 * before its first instruction. NULL, or why it is not; *error is execve's, or
 * 0 where something else went wrong.
 */
const char *run_start_traced(const char *program, char *const *command,
			     int *pid, int *error);

/* What a file says, such as one of /proc/PID; nothing where it cannot be
 * read. */
void read_whole(struct text *text, const char *path);
void read_proc(struct text *text, int pid, const char *name);

/* An entry of the auxiliary vector; 0: there is none. */
uint64_t read_auxv(int pid, uint64_t type);

/* A line of /proc/PID/maps; its texts lie in the lines. */
struct proc_range {
	uint64_t start, end, offset;
	const char *rights;		/* "r-xp" */
	const char *path;		/* "" where there is none */
};

/* The next line, which is cut off; false: there is no other. */
bool next_range(char **lines, struct proc_range *range);

/* Inside the room. */
enum { FROM_OUTPUT, FROM_ERRORS, FROM_PIPE, SOURCES };

struct process {
	int pid;
	int error;			/* why it could not be started */
	int from[SOURCES];		/* descriptors to read, -1 when done */
};

void run_start(const struct command *command, struct process *process);
enum ending run_watch(const struct command *command, struct process *process,
		      int *status);
void run_drain(const struct command *command, struct process *process);
void run_end_all(int group);
long long run_clock(void);		/* in milliseconds */

/* Since some moment; it never goes back. */
unsigned long long run_nanoseconds(void);

#endif
