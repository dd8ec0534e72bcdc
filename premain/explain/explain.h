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
	MAPPINGS = 512,
	PROCESSES = 64,
	ARGUMENTS = 8
};

enum explain_phase {
	PHASE_EXEC,		/* a program takes the process over */
	PHASE_START,		/* loader's or libc's: before any library */
	PHASE_SEARCH,		/* for libraries */
	PHASE_MAP,		/* a library into memory */
	PHASE_THREAD,		/* thread-local storage, thread pointer */
	PHASE_RELRO,		/* relocated, and read-only now */
	PHASE_LIBC,		/* libc's own start */
	PHASE_MAIN,
	PHASE_STDIO,		/* what a stream does, before or in main */
	PHASE_EXIT,
	EXPLAIN_PHASES
};

enum basis {
	OBSERVED,		/* the line itself says it */
	INFERRED,		/* a rule, from earlier lines */
	NOT_KNOWN		/* what the call does, but not what for */
};

/* A file that a process has open. */
struct descriptor {
	char path[128];		/* "" : not open, or not known */
	unsigned long long line;
	bool library;		/* an ELF file was read from it */
	uint64_t mapped;	/* where its first mapping is; 0: not yet */
};

/* A range of memory, of a file or of none. */
struct mapping {
	uint64_t start, end;
	uint64_t origin;	/* what was mapped began here */
	char path[128];		/* "" : of no file */
	unsigned long long line;
	char rights[4];		/* "r-x" */
};

struct traced {
	unsigned int pid;
	bool used;
	enum explain_phase phase;
	bool libraries;		/* one has been mapped */
	bool thread;		/* the thread pointer is set */
	char program[128];
	uint64_t heap_start, heap; /* its end; 0: not known */
	struct descriptor descriptors[DESCRIPTORS];
	struct mapping mappings[MAPPINGS];
	size_t mapping_count;
};

/* A call's arguments, cut at its commas. */
struct call {
	const struct trace_line *line;
	unsigned long long number;	/* of the line */
	struct trace_span arguments[ARGUMENTS];
	size_t count;
	int64_t result;
	bool returned;			/* the result is a number */
};

struct explanation {
	enum explain_phase phase;
	enum basis basis;
	struct text sentence;
};

struct explainer {
	struct traced *processes;	/* PROCESSES of them */
	size_t oldest;			/* the place that is taken next */
	bool lost;
};

/* Fills an explanation of one line; its sentence is the caller's to free. */
void explain_line(struct explainer *explainer, const struct trace_line *line,
		  unsigned long long number, struct explanation *explanation);
void explainer_free(struct explainer *explainer);

/* An explanation for each event, event number i as line i + 1; NULL with errno
 * where there is no memory. explanations_free frees it. */
struct explanation *explain_events(const struct trace_event *events,
				   size_t count);
void explanations_free(struct explanation *explanations, size_t count);

/* The process with this number, a new one if it was not seen; NULL: lost. */
struct traced *explainer_process(struct explainer *explainer,
				 unsigned int pid);

const char *phase_word(enum explain_phase phase);
const char *basis_word(enum basis basis);

/* Inside the room: the parts of a call. */
bool call_is(const struct call *call, const char *name);
void call_split(struct call *call, const struct trace_line *line,
		unsigned long long number);
bool call_number(const struct call *call, size_t argument, uint64_t *number);
bool call_path(const struct call *call, size_t argument, char path[128]);
bool call_has(const struct call *call, size_t argument, const char *word);

/* And what a process has. */
struct descriptor *process_descriptor(struct traced *process, uint64_t fd);
void process_open(struct traced *process, uint64_t fd, const char *path,
		  unsigned long long line);
const struct mapping *process_mapping(const struct traced *process,
				      uint64_t address);
void process_map(struct traced *process, const struct mapping *mapping);
void process_unmap(struct traced *process, uint64_t start, uint64_t end);

/* What follows the last slash. */
const char *path_base(const char *path);

typedef void explain_call(struct traced *process, const struct call *call,
			  struct explanation *explanation);

/* Each knows some calls; all look at call->line->name before. */
explain_call explain_memory, explain_files, explain_threads, explain_others;

#endif
