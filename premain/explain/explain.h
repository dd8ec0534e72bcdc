/*
 * premain/explain/explain.h
 *
 * What each line of a trace does, and how that is known. A process is followed
 * by its log alone: which descriptor is which file, what lies where in memory.
 */
#ifndef PREMAIN_EXPLAIN_H
#define PREMAIN_EXPLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "premain/text/text.h"
#include "premain/trace/trace.h"

enum explain_limits {
	DESCRIPTORS = 256,	/* of a process; others are not followed */
	MAPPINGS = 1024,
	PROCESSES = 64,
	TASKS = 256,		/* processes and their threads */
	ARGUMENTS = 8,
	EXPLAIN_PATH = 128,
	PLAIN_WORDS = 512,	/* the longest sentence, and one */
	ASKED_CALLS = 6,	/* for a stream: stat, ioctl, 8 bytes, 2 brk */
	EXPLAIN_AHEAD = 16,	/* calls that one may have to wait for, */
	EXPLAIN_HELD = 256,	/* among so many lines */
	EXPLAIN_KEPT = 4096	/* bytes of such a line's room, for the next */
};

enum explain_phase {
	PHASE_EXEC,		/* a program takes the process over */
	PHASE_START,		/* loader's or libc's: before any library */
	PHASE_SEARCH,		/* for libraries */
	PHASE_MAP,		/* a library into memory */
	PHASE_THREAD,		/* thread-local storage, thread pointer */
	PHASE_RELRO,		/* relocated, and read-only now */
	PHASE_LIBC,		/* libc's own start, or the runtime's */
	PHASE_MAIN,
	PHASE_STDIO,		/* what a stream does, before or in main */
	PHASE_EXIT,
	EXPLAIN_PHASES
};

enum basis {
	OBSERVED,		/* the line itself says it */
	INFERRED,		/* a rule, from other lines */
	NOT_KNOWN		/* what the call does, but not what for */
};

/* Whose start it is, once a line has shown it. */
enum runtime {
	RUNTIME_UNKNOWN, RUNTIME_GLIBC, RUNTIME_MUSL, RUNTIME_GO,
	RUNTIME_KLIBC
};

/*
 * What a process has open under a number. Here and below, what is long stands
 * last: the processor reaches the first 127 bytes with shorter instructions.
 */
struct descriptor {
	unsigned long long line; /* 0: only the number's own remark says it */
	bool library;		/* an ELF file was read from it */
	bool close_on_exec;
	unsigned int parts;	/* that are mapped */
	uint64_t mapped;	/* where its first mapping is; 0: not yet */
	char path[EXPLAIN_PATH]; /* "" : not open, or not known */
};

/* A range of memory, of a file or of none. */
struct mapping {
	uint64_t start, end;
	uint64_t origin;	/* what was mapped began here */
	unsigned long long line;
	char rights[4];		/* "r-x" */
	enum {
		USE_UNKNOWN, USE_STACK, USE_ARENA, USE_LOADER, USE_THREAD,
		USE_GO, USE_CHILD
	} use;			/* of what is of no file */
	char path[EXPLAIN_PATH]; /* "" : of no file */
};

/* One name that is tried in folder after folder. */
struct path_search {
	unsigned long long tries;
	unsigned long long first, last;	/* lines */
	unsigned int place;		/* a sum of the last path's bytes */
	char name[48];
};

struct traced {
	unsigned int pid;
	bool seen;		/* though it may have ended */
	unsigned int tasks;	/* threads that live */
	enum explain_phase phase;
	enum runtime runtime;
	bool loader;		/* one maps libraries */
	bool named;		/* it is started by its own name */
	bool running;		/* main has been reached */
	bool key;		/* malloc has its random bytes */
	bool python;		/* by its name, or that of its library */
	unsigned char streams;	/* a bit for each of 0, 1, 2 that stdio has, */
	unsigned char terminals; /* and that is a terminal */
	unsigned char row;	/* of these, the next of a row of questions */
	unsigned int asked;	/* calls left in which a stream gets room */
	unsigned long long program_line;
	unsigned long long thread_line;	/* that has set the thread pointer */
	uint64_t thread_pointer;
	uint64_t heap_start, heap; /* its end; 0: not known */
	size_t descriptor_count;	/* the highest, and one */
	size_t mapping_count;
	struct path_search search;
	struct descriptor descriptors[DESCRIPTORS];
	struct mapping mappings[MAPPINGS];
};

/* A number that lines begin with: a process, or a thread of one. */
struct task {
	unsigned int pid;
	unsigned int parent;	/* whose fork is not over yet; else 0 */
	unsigned short next;	/* place, and one, on the same chain */
	bool thread;
	bool whole;		/* its beginning is in the log */
	uint64_t end_word;	/* cleared by the kernel when it ends */
	struct traced *process;
};

struct scene;
typedef void explain_call(const struct scene *scene);

/* What is known of calls of one name. */
struct known {
	const char *name;	/* in a table: a blank ends it */
	explain_call *explain;	/* NULL: nothing is */
	bool start;		/* one that has not reached main makes them */
};

/* A call's arguments, cut at its commas. */
struct call {
	struct known known;
	const struct trace_line *line;
	unsigned long long number;	/* of the line */
	size_t count;			/* of arguments */
	int64_t result;
	bool returned;			/* the result is a number */
	struct trace_span arguments[ARGUMENTS];
};

struct explanation {
	enum explain_phase phase;
	enum basis basis;
	struct text sentence;		/* empty: nothing is known */
};

/* What later lines have shown of the one that is explained now. */
struct foresight {
	enum wait_for {
		WAIT_NOT, WAIT_MEMORY, WAIT_STACK, WAIT_MASK, WAIT_STREAM,
		WAIT_END
	} wait;			/* what it has to wait for */
	unsigned long long thread_pointer; /* the line that sets it inside */
	unsigned long long thread_word;	/* that names a thread's word inside */
	bool glibc_loader;
	enum next_is {
		NEXT_UNKNOWN, NEXT_CHILD,
		NEXT_SPAWN,	/* one on memory of its parent's */
		NEXT_STREAM,	/* room, or use, of a buffer */
		NEXT_CHECK,	/* the same of the next descriptor */
		NEXT_OTHER, NEXT_END
	} next;
	unsigned long long next_line;
};

/* Who takes explanations, in the order of the lines. */
struct explanation_taker {
	void (*take)(void *to, const struct trace_line *line,
		     unsigned long long number,
		     const struct explanation *explanation);
	void *to;
};

struct held_line;

struct explainer {
	const struct trace *trace;	/* whose forks may be open, or NULL */
	struct explanation_taker taker;	/* for explainer_feed */
	struct traced *processes;	/* PROCESSES of them */
	size_t oldest;			/* the place that is taken next */
	struct task *tasks;		/* TASKS of them */
	struct task *last_task;
	size_t oldest_task;
	struct foresight foresight;
	struct held_line *held;		/* a ring of EXPLAIN_HELD */
	size_t held_first, held_count;
	struct explanation explanation;	/* that explainer_feed fills */
	bool lost;
	bool processes_used[PROCESSES], tasks_used[TASKS];
	unsigned short chains[TASKS];	/* of tasks, by their numbers */
};

/* Fills an explanation of one line; its sentence is the caller's to free. */
void explain_line(struct explainer *explainer, const struct trace_line *line,
		  unsigned long long number, struct explanation *explanation);

/* The same, of a line that is cut already, in the room of an explanation that
 * is done with. */
void explain_next(struct explainer *explainer, const struct call *call,
		  struct explanation *explanation);

/*
 * The same, and better, for who can wait: a line that only later ones explain
 * is held until they have come, and the taker has each in its turn.
 */
void explainer_feed(struct explainer *explainer, const struct trace_line *line,
		    unsigned long long number);
void explainer_end(struct explainer *explainer);
void explainer_free(struct explainer *explainer);

/* An explanation for each event, event number i as line i + 1; NULL with errno
 * where there is no memory. explanations_free frees it. */
struct explanation *explain_events(const struct trace_event *events,
				   size_t count);
void explanations_free(struct explanation *explanations, size_t count);

const char *phase_word(enum explain_phase phase);
const char *basis_word(enum basis basis);

/* Inside the room: a call that is to be explained, and who has made it. */
struct scene {
	struct explainer *explainer;
	struct task *task;
	struct traced *process;
	const struct call *call;
	struct explanation *explanation;
};

/* Whose pid it is; then, what a call or an end changes among them. */
struct task *explainer_task(struct explainer *explainer,
			    const struct trace_line *line);
struct trace_line open_line(const struct trace_open *open);
void task_fork(const struct scene *scene);
void task_end(struct explainer *explainer, struct task *task);
struct task *find_task(struct explainer *explainer, unsigned int pid);
bool makes_task(struct trace_span name);
bool clone_has(struct trace_span arguments, const char *word, uint64_t bit);

/* The parts of a call. */
bool span_is(struct trace_span span, const char *word);
bool span_same(struct trace_span a, struct trace_span b);
/* The first place of a word, or NULL. */
const char *span_find(struct trace_span span, const char *word);
bool span_has(struct trace_span span, const char *word);
bool span_ends(struct trace_span span, const char *word);
/* The number behind a word. */
bool span_number(struct trace_span span, const char *word, uint64_t *number);
bool call_is(const struct call *call, const char *name);

/* By the error's name, or by its number, as qemu gives it. */
bool call_failed(const struct call *call, const char *name,
		 const char *number);
void call_split(struct call *call, const struct trace_line *line,
		unsigned long long number);
bool call_number(const struct call *call, size_t argument, uint64_t *number);
bool call_path(const struct call *call, size_t argument,
	       char path[EXPLAIN_PATH]);

/* A flag by its word; or by it, and where there is a number, by its bits. */
bool call_has(const struct call *call, size_t argument, const char *word);
bool call_flag(const struct call *call, size_t argument, const char *word,
	       uint64_t bits);

/* What a process has. */
struct descriptor *process_descriptor(struct traced *process, uint64_t fd);
struct descriptor *process_open(struct traced *process, uint64_t fd,
				const char *path, unsigned long long line);
const struct mapping *process_mapping(const struct traced *process,
				      uint64_t address);
/* "libc.so.6", "a thread's stack", "memory". */
const char *mapping_name(const struct mapping *mapping);
void process_map(struct traced *process, const struct mapping *mapping);
void process_unmap(struct traced *process, uint64_t start, uint64_t end);
void process_copy(struct traced *to, const struct traced *from);

/* "rw-", of an argument; and memory of no file. */
void rights_of(const struct call *call, size_t argument, char rights[4]);
bool is_closed(const char rights[4]);
void explain_zeros(const struct scene *scene, struct mapping *mapping,
		   uint64_t size);

/* What follows the last slash. */
const char *path_base(const char *path);
bool path_is(const char *path, const char *base);

/* Whether a loader would look for it: libx.so, libx.so.1. */
bool is_library(const char *path);

/* What is known of a path by its name, or NULL. */
const char *place_meaning(const char *path);

/*
 * Tells what a call does, and how that is known; more adds to it. In the words,
 * of the call: %d is the descriptor that is its first argument, %p and %P are
 * its first and second path, %w and %v the first and second argument as they
 * stand, %r its result, %R ": " and its result if it has not failed, %e the
 * error if it has. %u, %x, %s and %t are values: unsigned long long, a string,
 * and words as these. A line's end ends them.
 */
void tell(const struct scene *scene, enum basis basis, const char *words, ...);
void more(const struct scene *scene, const char *words, ...);

bool more_behind(const struct scene *scene, const char *words,
		 const char *word);

/* By the line of a list that begins with a flag of the argument. */
bool tell_by_word(const struct scene *scene, size_t argument,
		  const char *lines);

/* Such words, that never change, as they are read: without the bytes that stand
 * for others. */
void plain_words(char plain[PLAIN_WORDS], const char *words);

/* As text_format(), of such words, and the end of the line. */
void put_told(struct text *text, const char *words, ...);
void put_owner(struct text *text, const struct traced *process,
	       uint64_t address);

/* The phase, from here on. */
void enter_phase(const struct scene *scene, enum explain_phase phase);

/* To main, where a start is over; go: also where Go's runtime has begun. */
void leave_start(const struct scene *scene, bool go);

/* The same, if this path is nothing that a start looks for. A loader opens
 * libraries, and what tells it of them, Go's runtime what tells it of memory;
 * main anything. */
void leave_start_for(const struct scene *scene, const char *path);

/* A path behind a folder's descriptor is made whole, if the log can. */
bool path_at(const struct scene *scene, size_t folder, size_t argument,
	     char path[EXPLAIN_PATH]);

/* "libc.so.6 (line 9)", "standard output", "descriptor 7". */
struct descriptor *scene_descriptor(const struct scene *scene,
				    size_t argument, uint64_t *fd);
void say_descriptor(const struct scene *scene, size_t argument);

/* What the call has opened, if it has not failed. */
void scene_opened(const struct scene *scene, uint64_t fd, const char *path);
const char *standard_name(uint64_t fd);

/* A try in vain, and the end, in a search of several lines. */
void say_place(const struct scene *scene, const char *path);
void say_found(const struct scene *scene, const char *path);

/* What is known of this name; explain is NULL where nothing is. */
struct known known_call(struct trace_span name);
extern const char plain_calls[];
explain_call explain_plain, explain_number;

/* What a line has to wait for; and whether a later one says it. */
enum wait_for waits(struct explainer *explainer, const struct call *call,
		    bool begins);
bool foresee(struct foresight *foresight, const struct trace *trace,
	     const struct call *first, const struct call *call);

/* musl's stdio writes what it holds in front of what is new: of no byte, where
 * it only empties its buffer. */
bool is_musl_flush(const struct call *call);

explain_call explain_brk, explain_mmap, explain_mprotect, explain_munmap,
	explain_madvise, explain_mremap;
explain_call explain_open, explain_access, explain_stat, explain_readlink;
explain_call explain_read, explain_write, explain_close, explain_close_range,
	explain_ioctl, explain_seek;
explain_call explain_exec, explain_exit, explain_limit, explain_random,
	explain_affinity;
explain_call explain_arch, explain_tid_address, explain_robust_list,
	explain_rseq, explain_futex, explain_thread_area, explain_barrier,
	explain_uname;
explain_call explain_fork, explain_wait, explain_kill;
explain_call explain_action, explain_mask, explain_stack, explain_timer;
explain_call explain_pipe, explain_dup, explain_fcntl, explain_event,
	explain_counter;
explain_call explain_socket, explain_connect, explain_accept;

/* A signal that arrives, and an end. */
void explain_signal(const struct scene *scene);
void explain_end(const struct scene *scene);

#endif
