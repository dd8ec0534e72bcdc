/*
 * premain/diff/diff.h
 *
 * Two traces, paired by what their calls do: what differs from run to run
 * (addresses, process numbers, random bytes) is no difference, and a call that
 * does the same in another way is a changed one, not two.
 */
#ifndef PREMAIN_DIFF_H
#define PREMAIN_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "premain/explain/explain.h"

enum {
	DIFF_EVENTS = 100000,	/* of a log; what follows is not compared */
	DIFF_PROCESSES = 512,	/* others are compared as they come */
	DIFF_NAMES = 16		/* names that were made up, at a time */
};

/* What a call is there for, as far as the log shows it. */
enum diff_role {
	ROLE_OTHER,		/* only its name is known */
	ROLE_RUN,		/* execve */
	ROLE_CACHE,		/* ld.so.cache */
	ROLE_PRELOAD,		/* ld.so.preload */
	ROLE_SEARCH,		/* for a library, in vain */
	ROLE_LIBRARY,		/* to load one */
	ROLE_RELRO,
	ROLE_TLS,		/* the thread pointer */
	ROLE_THREAD,		/* what the kernel knows of a thread */
	ROLE_MEMORY,		/* of no file: a heap, a stack */
	ROLE_STACK,		/* its limit */
	ROLE_RANDOM,
	ROLE_STDIO,		/* what a standard stream is */
	ROLE_STREAM,		/* reading or writing one */
	ROLE_FILE,		/* another file */
	ROLE_SIGNAL,
	ROLE_PROCESS,		/* children */
	ROLE_END,
	DIFF_ROLES
};

/* One line of a log. */
struct diff_event {
	unsigned long long number;	/* of its line */
	size_t process;		/* or thread: in the order of their making */
	size_t group;		/* the process that a thread is of */
	enum explain_phase phase;
	enum diff_role role;
	bool failed;
	bool late;		/* stands behind the process's other lines */
	bool threaded;		/* the process has threads by then */
	bool chance;		/* may be other each time */
	bool moved;		/* its partner stands elsewhere */
	struct diff_event *partner; /* on the other side; NULL: it is alone */
	char *words;		/* the next five, one behind the other */
	char *key;		/* the line without what is each run's own */
	char *plain;		/* the same, but descriptors as numbers */
	char *name;		/* of the call; "" for other lines */
	char *object;		/* the library, file or call of its role */
	char *text;		/* the line as it stands */
	enum basis basis;	/* of its sentence */
	char *sentence;		/* premain explain's; "" where it has none */
};

struct diff_side {
	struct diff_event *events; /* each process's behind each other */
	size_t count, room;
	unsigned int tracer;	/* by its marks: 0 strace, 1 our own, 2 qemu */
	size_t told;		/* how many have their sentence */
	size_t pid_count, birth_count, made_count;
	bool cut, lost;		/* too many events; memory ran out */
	/* SIGCHLD, by a function of its own; is in that function. The last is
	 * of all others. */
	bool handles[DIFF_PROCESSES + 1], handling[DIFF_PROCESSES + 1];
	unsigned int pids[DIFF_PROCESSES];
	size_t parents[DIFF_PROCESSES]; /* their places; DIFF_PROCESSES: none */
	size_t born[DIFF_PROCESSES];	/* the places of children */
	size_t size_count;
	uint64_t sizes[DIFF_NAMES];	/* of files that were asked for */
	char made[DIFF_NAMES][EXPLAIN_PATH]; /* names that open made up */
};

/* Reads a log; 0, or -1 with errno. */
int diff_read(struct diff_side *side, int fd);

/* The events that a trace has kept: event number i is line i + 1. */
void diff_events(struct diff_side *side, const struct trace *trace);
void diff_free(struct diff_side *side);

enum diff_kind { DIFF_SAME, DIFF_CHANGED, DIFF_GONE, DIFF_ADDED };

/* One line of the two beside each other: a, b or both. */
struct diff_row {
	enum diff_kind kind;
	const struct diff_event *a, *b;
};

struct pairing {
	const char *names[2];	/* what the sides are called in a reason */
	bool variants;		/* the names are those of variants.c */
	struct diff_row *rows;
	size_t count;
	size_t kinds[4];	/* how many rows of each kind */
	struct diff_side sides[2];
};

/*
 * Pairs the two sides. False with errno: no memory, or EDOM, more differences
 * than are searched for. pairing_free frees the sides too.
 */
bool pairing_make(struct pairing *pairing);
void pairing_free(struct pairing *pairing);

/* Why a row is not alike: what changed, or what only one side does and what
 * the other does in its place. */
void put_reason(struct text *text, const struct pairing *pairing,
		const struct diff_row *row);

/* "loading libm.so.6": what a call is a part of. */
void put_role(struct text *text, const struct diff_event *event);

/* Whether two are a part of the same. */
bool same_role(const struct diff_event *a, const struct diff_event *b);

/* "12 for loading libm.so.6, 2 for a heap": all rows of this kind. */
void put_roles(struct text *text, const struct pairing *pairing,
	       enum diff_kind kind);

/* Inside the room: a side that is being filled, line by line. */
struct diff_taker {
	struct diff_side *side;
	struct explainer explainer;
	struct explainer teller;
};

void diff_take(void *taker, const struct trace_line *line,
	       unsigned long long number);
void diff_taken(struct diff_taker *taker);

/* The place of a process in the side's list; DIFF_PROCESSES: it has none. */
size_t diff_process(struct diff_side *side, unsigned int pid);

/* Whose child a process is; and keeps what a line says of processes, and
 * orders all events by them. */
void diff_note_child(struct diff_side *side, unsigned int pid,
		     unsigned int parent);
void diff_note_process(struct diff_side *side, const struct call *call);

/* Whether the last event is a call for random bytes. */
bool is_random(const struct diff_side *side);
void diff_sort(struct diff_side *side);

/* Whether a line is there by chance; notes when a handler begins and ends. */
bool diff_is_chance(struct diff_side *side, const struct call *call,
		    const char *key, const struct task *task);

/* Whether it is the addresses' doing that this call is there. */
bool is_by_address(const struct traced *process, const struct call *call);

/* The line without what differs from run to run, in the process's terms; of
 * none, plain: whatever lies at an address, or behind a descriptor's number. */
void put_key(struct text *text, const struct call *call,
	     const struct diff_side *side, struct traced *process);

/* Words without what is each run's own; whether they are an address. */
void put_plain(struct text *text, struct trace_span span);
bool is_address(struct trace_span span, uint64_t *address);

/* Its role, and the object of it; before the line is explained. */
enum diff_role diff_role(struct text *object, const struct call *call,
			 struct traced *process);

/* Whether both are for the same object; C libraries count as one. */
bool same_object(const struct diff_event *a, const struct diff_event *b);

/* Whether they load two libraries: each is a matter of its own. */
bool are_other_libraries(const struct diff_event *a,
			 const struct diff_event *b);

/* Whether both say the same: of the same files, or of others, which the lines
 * tell that open them. */
bool is_same(const struct diff_event *a, const struct diff_event *b);

/* Whether the calls of these names do the same: write and writev. */
bool same_family(const char *one, const char *other);

bool span_starts(struct trace_span span, const char *word);

/* With one of these words, a NUL behind each. */
bool span_starts_any(struct trace_span span, const char *words);

/* Whether a name is one of " read write "; and a call's. */
bool name_is_in(const char *name, size_t length, const char *names);
bool call_is_in(const struct call *call, const char *names);

/* Whether the first argument of this call is a descriptor. */
bool takes_descriptor(const struct call *call);

/*
 * Gives the events of a and b their partners. The most that can be paired in
 * order is. False: no memory, or too many differences.
 */
bool diff_align(const struct diff_side *a, const struct diff_side *b);
void pair_events(struct diff_event *a, struct diff_event *b);

/* Pairs those of a process that are alike and stand in other places. */
void pair_moved(const struct diff_side *a, const struct diff_side *b);

#endif
