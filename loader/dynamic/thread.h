/*
 * loader/dynamic/thread.h - thread-local storage of objects (TLS variant II)
 *
 *	surplus | module n | ... | module 1 | struct thread  <- %fs
 *
 * Source: TLS 3 (variant II) and 3.4.6; psABI 3.4 (%fs), gcc (the canary).
 */
#ifndef LOADER_DYNAMIC_THREAD_H
#define LOADER_DYNAMIC_THREAD_H

#include "loader/dynamic/object.h"

struct thread {
	struct thread *self;	/* %fs:0x00 */
	char **blocks;		/* by module; what others call the dtv */
	uintptr_t reserved[3];
	uintptr_t canary;	/* %fs:0x28: gcc's stack protector */
	uintptr_t guard;	/* %fs:0x30: glibc's setjmp */
};

_Static_assert(offsetof(struct thread, canary) == 0x28, "gcc, clang");

/* Gives each object of the list that has PT_TLS a module and an offset. */
bool tls_layout(void);

/* Makes the first thread's memory and sets the thread pointer. */
bool tls_start(void);

/* Copies the initial values of each object from the first one on. */
void tls_fill(struct object *first);

extern struct thread *first_thread;

#endif
