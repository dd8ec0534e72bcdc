/*
 * loader/dynamic/process.h - the one process that is loaded
 */
#ifndef LOADER_DYNAMIC_PROCESS_H
#define LOADER_DYNAMIC_PROCESS_H

#include "crt/stack.h"
#include "loader/dynamic/object.h"

/* The highest type that the loader asks for. */
#define AUXV_LAST AT_SYSINFO_EHDR

struct process {
	char **argv, **envp;
	int argc;
	struct auxv_entry *auxv;	/* on the stack: the program's */
	uint64_t values[AUXV_LAST + 1];	/* the same, by type; 0: not there */
	bool secure;		/* AT_SECURE, or it is missing */
	bool direct;		/* run as a program, not by the kernel */

	/* What the environment or the command line asks for. */
	const char *library_path;
	const char *preload[2];	/* LD_PRELOAD's, --preload's */
	const char *argv0;	/* --argv0's */
	const char *narrate;	/* LD_PREMAIN's words; NULL: quiet */
	char look_up;		/* always by 'i'ndex or by 'w'alk; 0: as pays */
	bool bind_now;
	bool list;		/* say what would be loaded, run nothing */
	bool dry_run;		/* load and relocate, run nothing */
	bool no_load;		/* RTLD_NOLOAD: no file is mapped now */
	bool stand_in;		/* libpremain.so.1 answers for libc.so.6 */

	struct object *program, *loader, *last;
	struct object *newest;	/* the last one that came with the program */
	struct scope global;
	uint64_t adds, subs;	/* objects loaded and unloaded, ever */
	const char *interpreter; /* the program's PT_INTERP; NULL: none */
	const char *path;	/* of the loader itself; NULL: unknown */
	size_t path_length;
	bool foreign;		/* the program was made for another loader */
};

extern struct process process;

/*
 * Takes the auxiliary vector down. A kernel that does not say AT_SECURE is
 * understood to have said 1.
 */
void read_auxv(struct auxv_entry *auxv);

/* What AT_type says, up to AUXV_LAST; 0 where the kernel said nothing. */
static inline uint64_t auxv_value(unsigned int type)
{
	return process.values[type];
}

/* Says something else to the program, where the kernel has said something. */
void set_auxv(unsigned int type, uint64_t value);

#endif
