/*
 * premain/live/live.h
 *
 * A program looked at while it lives: what is in its memory just before main,
 * and what the loader puts into its table of addresses (the GOT), by when.
 */
#ifndef PREMAIN_LIVE_H
#define PREMAIN_LIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "premain/text/text.h"

enum live_limits {
	LIVE_SLOTS = 256,	/* kept; all are counted */
	LIVE_RANGES = 1000
};

/* Where the program was stopped to look at its memory. */
enum live_stop {
	LIVE_NOWHERE,
	LIVE_ENTRY,		/* AT_ENTRY: see no_main */
	LIVE_MAIN,		/* by its symbol */
	LIVE_MAIN_GUESSED	/* by the start's code, which hands it on */
};

/* When a slot is read. */
enum live_time {
	LIVE_FIRST,		/* at the process's first instruction */
	LIVE_READY,		/* where it was stopped: main, or AT_ENTRY */
	LIVE_END,		/* at its exit */
	LIVE_TIMES
};

/* A line of /proc/PID/maps, with its owner in words. */
struct live_range {
	uint64_t start, end, offset;
	char rights[5];
	char *path;		/* "" : of no file */
	struct text owner;
};

/* A slot of the program's GOT that a relocation fills. */
struct live_slot {
	unsigned int type;	/* R_X86_64_JUMP_SLOT and its like */
	uint64_t address;
	char *name;		/* of the symbol; "" for IRELATIVE */
	bool relro;		/* PT_GNU_RELRO has it */
	bool writable;		/* it could be written when stopped */
	bool known[LIVE_TIMES];
	uint64_t values[LIVE_TIMES];
	struct text owners[LIVE_TIMES];	/* whose address the value is */
};

/* "JUMP_SLOT" */
const char *live_slot_type(const struct live_slot *slot);

struct live_object;

struct live {
	const char *wrong;	/* why there is nothing; or NULL */
	enum live_stop stop;
	const char *no_main;	/* why it was not stopped there; or NULL */
	struct live_range *ranges;
	size_t range_count;
	struct live_slot *slots;
	size_t slot_count;	/* at most LIVE_SLOTS */
	unsigned long long slots_found;
	const char *no_slots;	/* why the slots are not known; or NULL */

	/* Inside the room. */
	int pid, memory;	/* memory: a descriptor of /proc/PID/mem */
	int status;		/* as wait(2) gives it */
	bool leaving;		/* it is stopped at its exit */
	bool ended;		/* the process is no more */
	long long deadline;
	uint64_t entry, bias, thread;	/* AT_ENTRY, and fs_base */
	struct live_object *objects;
	size_t object_count;
	bool lost;		/* memory ran out */
};

/*
 * Runs a program, whose path is the command's first word, with nothing on its
 * standard streams, at most `limit` milliseconds: up to main, or to its end.
 */
void live_run(struct live *live, char *const *command, long long limit,
	      bool to_the_end);
void live_free(struct live *live);

/* Inside the room: stops. False: it has ended, or its time has. */
bool live_start(struct live *live, char *const *command);
bool live_run_to(struct live *live, uint64_t address);
bool live_run_to_main(struct live *live);
bool live_run_to_exit(struct live *live);
void live_stop(struct live *live);

/* What is there now: all ranges, and the value of each slot. */
void live_read_ranges(struct live *live);
void live_forget_ranges(struct live *live);
void live_find_slots(struct live *live);
void live_read_slots(struct live *live, enum live_time time);
bool live_read(const struct live *live, uint64_t address, uint64_t *value);

/* Which range; NULL without one. */
const struct live_range *live_range_at(const struct live *live,
				       uint64_t address);

/* "libc.so.6: puts", "hello: .plt", "[stack]": whose an address is. Of several
 * names for one place, it is the one that is asked for. */
void live_put_address(struct text *text, struct live *live, uint64_t address,
		      const char *name);

/* Gives each range its owner's name. */
void live_name_ranges(struct live *live);

#endif
