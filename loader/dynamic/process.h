/*
 * loader/dynamic/process.h - the one process that is loaded
 */
#ifndef LOADER_DYNAMIC_PROCESS_H
#define LOADER_DYNAMIC_PROCESS_H

#include "crt/stack.h"
#include "loader/dynamic/object.h"

struct process {
	char **argv, **envp;
	int argc;
	struct auxv_entry *auxv;
	bool secure;		/* AT_SECURE, or it is missing */
	bool direct;		/* run as a program, not by the kernel */

	/* What the environment or the command line asks for. */
	const char *library_path, *preload;
	const char *narrate;	/* LD_PREMAIN's words; NULL: quiet */
	bool bind_now;
	bool list;		/* say what would be loaded, run nothing */
	bool dry_run;		/* load and relocate, run nothing */
	bool stand_in;		/* libpremain.so.1 answers for libc.so.6 */

	struct object *program, *loader, *last;
	struct scope global;
	uint64_t adds, subs;	/* objects loaded and unloaded, ever */
	const char *folder;	/* where the loader itself lies */
};

extern struct process process;

/* What AT_type says; 0 where the kernel said nothing. */
uint64_t auxv_value(uint64_t type);

#endif
