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

_Static_assert(offsetof(struct thread, blocks) == 8, "tlsdesc.asm");
_Static_assert(offsetof(struct thread, canary) == 0x28, "gcc, clang");
_Static_assert(offsetof(struct thread, guard) == 0x30, "glibc's setjmp");

extern struct thread *first_thread;

struct tls_index {
	size_t module, offset;
};

void *__tls_get_addr(const struct tls_index *index);

/*
 * Makes the first thread's memory, with an offset for each object of the list
 * that has PT_TLS, and sets the thread pointer.
 */
bool tls_start(void);

/*
 * For an object that dlopen has put into the list, before it is relocated: its
 * module, and its memory. False: there is none.
 */
bool tls_add(struct object *object);

/* Takes both back; nothing if there are none. The object is in no list now. */
void tls_remove(struct object *object);

/* Lets its variables have a fixed distance from the thread pointer. */
bool tls_make_static(struct object *object);

/* Copies the initial values of each object from the first one on. */
void tls_fill(const struct object *first);

/* TLSDESC's functions (tlsdesc.asm); the last one has offset and module. */
#define TLSDESC_SHIFT 24

void tlsdesc_static(void);
void tlsdesc_weak(void);
void tlsdesc_dynamic(void);

#endif
