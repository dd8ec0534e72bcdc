/*
 * loader/dynamic/thread.c - thread-local storage: modules and their memory
 *
 * There is one thread pointer in a process. Who is there at the start lies
 * below it, at a fixed distance; so does who comes later, while there is room:
 * the last of it is for those whose code insists on a fixed distance, others
 * have memory of their own then.
 */
#include <asm/prctl.h>
#include <linux/mman.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/thread.h"

enum { SURPLUS = 1664 };	/* for those that come later and insist */

/*
 * Most programs need no more than this: a page below the thread pointer that
 * costs nothing until somebody writes there. layout/ld-premain.ld puts the
 * struct at the start of the page that is written in any case.
 */
static struct {
	char below[ELF_PAGE];
	struct thread thread;
} area __attribute__((aligned(ELF_PAGE)));

static char *no_blocks[1];
struct thread *first_thread;

static size_t modules;		/* the highest number: one more block */
static size_t used, room;	/* bytes below the thread pointer */
static size_t thread_align;	/* the thread pointer's, at least */

/* Gives it the lowest number that no module has. */
static bool number(struct tls *tls)
{
	size_t size = (modules + 1) * sizeof(char *);
	char **blocks = first_thread->blocks, **more;

	for (tls->module = 1; tls->module <= modules; tls->module++)
		if (!blocks[tls->module])
			break;
	if (tls->module > modules) {
		more = allocate(size + sizeof(char *));
		if (!more)
			return false;
		memcpy(more, blocks, size);
		if (modules++)
			release(blocks, size);
		first_thread->blocks = blocks = more;
	}
	blocks[tls->module] = (char *)tls;	/* until tls_fill */
	return true;
}

/*
 * Puts it below what is used: its address below the thread pointer is congruent
 * to p_vaddr, as its alignment demands.
 */
static void place(struct tls *tls)
{
	uintptr_t offset = used + tls->size;

	tls->offset = offset + (-(offset + tls->address) & (tls->align - 1));
	used = tls->offset;
}

/* The first thread's memory, with a page below what is used. */
static bool make_thread(void)
{
	size_t size = used + sizeof area.below + thread_align;
	long memory = sys_mmap(0, size + sizeof *first_thread,
			       PROT_READ | PROT_WRITE,
			       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	uintptr_t thread = ((uintptr_t)memory + size) & -thread_align;

	if ((unsigned long)memory >= -4095UL)
		return fail("no memory for thread-local variables", NULL);
	room = thread - (uintptr_t)memory;
	*(struct thread *)thread = *first_thread;
	first_thread = (struct thread *)thread;
	return true;
}

/* What nobody foresees; a canary's first byte is 0, for no string to have. */
static void make_secrets(struct thread *thread)
{
	const char *random = (const char *)auxv_value(AT_RANDOM);

	thread->canary = (uintptr_t)&random * 0x9e3779b97f4a7c15;
	if (random) {
		__builtin_memcpy(&thread->canary, random, 8);
		__builtin_memcpy(&thread->guard, random + 8, 8);
	}
	thread->canary &= -256UL;
}

bool tls_start(void)
{
	struct object *object = process.program;

	first_thread = &area.thread;
	first_thread->blocks = no_blocks;
	make_secrets(first_thread);
	room = thread_align = sizeof area.below;
	for (; object; object = next_object(object)) {
		struct tls *tls = &object->tls;

		if (!tls->size)
			continue;
		if (!number(tls))
			return false;
		place(tls);
		if (thread_align < tls->align)
			thread_align = tls->align;
	}
	if ((used > room - SURPLUS || thread_align > room) && !make_thread())
		return false;
	first_thread->self = first_thread;
	sys_arch_prctl(ARCH_SET_FS, (unsigned long)first_thread);
	return true;
}

/* A place below the thread pointer for who comes later, if there is one. */
static bool take_room(struct tls *tls, size_t limit)
{
	size_t before = used;

	place(tls);
	if (used > limit || tls->align > thread_align) {
		used = before;
		tls->offset = 0;
		return false;
	}
	memset((char *)first_thread - tls->offset, 0, tls->size);
	return true;
}

bool tls_add(struct object *object)
{
	struct tls *tls = &object->tls;

	if (!tls->size)
		return true;
	if (!number(tls))
		return false;
	if (!take_room(tls, object->dynamic.flags & DF_STATIC_TLS ?
		       room : room - SURPLUS))
		tls->memory = allocate(tls->size + tls->align);
	return tls->offset || tls->memory;
}

static void release_memory(struct tls *tls)
{
	if (tls->memory)
		release(tls->memory, tls->size + tls->align);
	tls->memory = NULL;
}

void tls_remove(struct object *object)
{
	const struct object *other = process.program;
	struct tls *tls = &object->tls;

	release_memory(tls);
	if (!tls->module)
		return;
	first_thread->blocks[tls->module] = NULL;
	tls->module = 0;
	tls->offset = 0;
	for (used = 0; other; other = next_object(other))
		if (used < other->tls.offset)
			used = other->tls.offset;
}

bool tls_make_static(struct object *object)
{
	struct tls *tls = &object->tls;

	if (tls->offset)
		return true;
	if (object->constructed || !take_room(tls, room))
		return fail(object->name, ": no room below the thread pointer "
			    "for its variables", NULL);
	release_memory(tls);
	return true;
}

void tls_fill(const struct object *object)
{
	if (!modules)
		return;
	for (; object; object = next_object(object)) {
		const struct tls *tls = &object->tls;
		char *block = tls->offset ?
			(char *)first_thread - tls->offset : tls->memory +
			((tls->address - (uintptr_t)tls->memory) &
			 (tls->align - 1));

		if (!tls->module || object->constructed)
			continue;
		first_thread->blocks[tls->module] = block;
		memcpy(block, tls->image, tls->file_size);
	}
}
