/*
 * premain/steps/steps.h
 *
 * A program run one instruction at a time by ptrace(2): which of its steps are
 * the loader's, the start's, main's and the exit's, and whose code they are.
 */
#ifndef PREMAIN_STEPS_H
#define PREMAIN_STEPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "premain/steps/call_name.h"
#include "premain/steps/registers.h"
#include "premain/text/text.h"

enum phase {
	PHASE_LOADER,		/* from the interpreter's entry */
	PHASE_START,		/* from the program's */
	PHASE_MAIN,
	PHASE_EXIT,		/* from main's return, or exit_group */
	PHASES
};

/* A name in an object, and where in the file's addresses. */
struct symbol {
	uint64_t start, size;
	const char *name;
};

/* A file that code was run from; [vdso] and memory without a file too. */
struct object {
	char *path;
	uint64_t steps, calls;
	struct symbol *symbols;		/* by their start */
	size_t symbol_count;
	char *names;			/* what the symbols' names are in */
	uint64_t *counts;		/* of steps, one for each symbol */
	uint64_t nameless;		/* steps in no symbol */
	bool looked;			/* the symbols have been read */
};

/* Executable memory: a part of an object. */
struct region {
	uint64_t start, end, offset;
	size_t object;
	uint64_t bias;			/* memory's address minus the file's */
	uint32_t *counts;		/* of steps, for each byte of code */
	bool there;			/* still mapped */
};

/* A system call, with what made it. */
struct call {
	enum phase phase;
	uint64_t number;
	uint64_t arguments[6];
	uint64_t result;
	bool returned;
	size_t object;
	const char *function;		/* NULL: in no symbol */
};

struct steps {
	const char *program;		/* its path */
	int pid;
	int status;			/* as wait(2) gives it */
	enum phase phase;
	bool main_guessed;		/* by the start's code, no symbol */
	bool left_start;		/* something was called by it */
	bool borders;			/* only those were looked for */
	bool limited;			/* the limit was reached */
	bool lost;			/* memory ran out */
	uint64_t limit;			/* steps, then it is ended */
	uint64_t total;
	uint64_t entry, base;		/* AT_ENTRY, AT_BASE */
	uint64_t main, main_return;	/* 0: not known yet */
	uint64_t stack;			/* rsp at the entry */
	struct region *regions;
	size_t region_count;
	struct object *objects;
	size_t object_count;
	uint64_t phases[PHASES], calls[PHASES];
	uint64_t times[PHASES];		/* with borders, in nanoseconds */
	struct call *made;
	size_t made_count, made_room, object_room, region_room;
};

/*
 * Run the program to its end. NULL, or what went wrong. The first counts each
 * step; the second stops at the borders of the phases, and at system calls.
 */
const char *steps_run(struct steps *steps, char *const *command);
const char *steps_borders(struct steps *steps, char *const *command);

/* The executable mappings as they are now. */
void steps_read_maps(struct steps *steps);

/* The region of an address; NULL: it is in none that is known. */
struct region *steps_region(const struct steps *steps, uint64_t address);

/* Which phase the next instruction belongs to. */
void steps_find_main(struct steps *steps);
void steps_set_phase(struct steps *steps, const struct registers *registers);

/* An object's symbols, and the one at an address of the file. */
void object_read_symbols(struct object *object);
const struct symbol *object_symbol(const struct object *object,
				   uint64_t address);

/* What is to be subtracted from an address in memory for that in the file. */
uint64_t object_bias(const struct object *object, uint64_t start,
		     uint64_t offset);

/* Inside the room: a new process at its first instruction, with these options
 * of ptrace; and one that has become another program. */
const char *steps_start(struct steps *steps, char *const *command,
			unsigned long options);
void steps_begin(struct steps *steps);
bool steps_registers(const struct steps *steps, struct registers *registers);

/* The call that the instruction at `before` has made, whose number is in rax;
 * the second one looks whether there is one, and puts its number there. A call
 * may change what is mapped. */
void steps_keep_call(struct steps *steps, const struct registers *before,
		     bool returned, uint64_t result);
void steps_look_at_call(struct steps *steps, struct registers *before,
			const struct registers *now);

/* Whether the SIGTRAP that it is stopped by is for the program: one that it or
 * another has sent, or of an int3. Others are ours. */
bool steps_trap_is_sent(const struct steps *steps);

/* The number of the call that the instruction at `before` makes; CALLS_NOT
 * where it makes none. */
#define CALLS_NOT (~0ULL)
uint64_t steps_number(const struct steps *steps,
		      const struct registers *before);

/* The same where the old program is gone, by an execve or its end. */
void steps_keep_exec(struct steps *steps, struct registers *call);
void steps_keep_end(struct steps *steps, struct registers *call, bool in_call);
void steps_see_maps(struct steps *steps, uint64_t number);

/* Adds up the steps of each symbol. */
void steps_sum(struct steps *steps);
void steps_free(struct steps *steps);

#define CALL_I386 (1ULL << 32)	/* in the number of a 32-bit one */

/* "write(0x1, 0x7ffe01, 0xd) = 0xd"; result NULL: it has not returned. */
void put_raw_call(struct text *text, uint64_t number,
		  const uint64_t arguments[6], const uint64_t *result);

/* Its arguments, of the registers that it began with. */
void call_registers(uint64_t arguments[6], uint64_t number,
		    const struct registers *entry);

/* How many arguments it takes; 6, which is the most, where nobody knows. */
size_t call_arguments(uint64_t number);

#endif
