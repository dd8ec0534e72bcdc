/*
 * loader/dynamic/thread.c - thread-local storage: modules and their memory
 *
 * There is one thread pointer in a process. Who is there at the start lies
 * below it, at a fixed distance; who comes later has memory of its own, unless
 * its code insists on a fixed distance.
 */
#include <asm/prctl.h>
#include <linux/mman.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/thread.h"

enum { SURPLUS = 1664 };	/* for initial-exec libraries of dlopen */

static char *no_blocks[1];
static struct thread small_thread;
struct thread *first_thread;

static size_t modules;		/* the highest number, blocks has one more */
static size_t used, room;	/* bytes below the thread pointer */
static size_t thread_align;	/* at least 64 */

/*
 * The next offset below `from` at which a module fits: its address below the
 * thread pointer is congruent to p_vaddr, as its alignment demands.
 */
static uintptr_t place(const struct tls *tls, uintptr_t from)
{
	uintptr_t offset = from + tls->size;

	return offset + (-(offset + tls->address) & (tls->align - 1));
}

void tls_layout(void)
{
	struct object *object = process.program;

	thread_align = 64;
	for (; object; object = next_object(object)) {
		struct tls *tls = &object->tls;

		if (!tls->size)
			continue;
		tls->module = ++modules;
		tls->offset = used = place(tls, used);
		if (thread_align < tls->align)
			thread_align = tls->align;
	}
}

/* The first thread's memory, with a surplus below what is used. */
static bool make_thread(void)
{
	struct thread *thread;
	size_t size = used + SURPLUS + thread_align;
	long memory = sys_mmap(0, size + sizeof *thread,
			       PROT_READ | PROT_WRITE,
			       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if ((unsigned long)memory >= -4095UL)
		return fail("no memory for thread-local variables", NULL);
	thread = (struct thread *)(((uintptr_t)memory + size) & -thread_align);
	room = (uintptr_t)thread - (uintptr_t)memory;
	*thread = *first_thread;
	first_thread = thread;
	return true;
}

static bool set_thread_pointer(void)
{
	first_thread->self = first_thread;
	return !sys_arch_prctl(ARCH_SET_FS, (unsigned long)first_thread) ||
	       fail("the thread pointer cannot be set", NULL);
}

/* Room for the blocks of as many modules as there are. */
static bool make_blocks(void)
{
	size_t size = (modules + 1) * sizeof *first_thread->blocks;
	char **blocks = allocate(size);

	if (!blocks)
		return false;
	if (first_thread->blocks != no_blocks) {
		memcpy(blocks, first_thread->blocks, size - sizeof *blocks);
		release(first_thread->blocks, size - sizeof *blocks);
	}
	first_thread->blocks = blocks;
	return true;
}

/* What nobody foresees; a canary's first byte is 0, for no string to have. */
static void make_secrets(void)
{
	const char *random = (const char *)auxv_value(AT_RANDOM);

	first_thread->canary = (uintptr_t)&random * 0x9e3779b97f4a7c15;
	first_thread->guard = ~first_thread->canary;
	if (random) {
		memcpy(&first_thread->canary, random, 8);
		memcpy(&first_thread->guard, random + 8, 8);
	}
	first_thread->canary &= ~(uintptr_t)0xff;
}

static void set_static_block(const struct object *object)
{
	first_thread->blocks[object->tls.module] =
		(char *)first_thread - object->tls.offset;
}

bool tls_start(void)
{
	const struct object *object = process.program;

	first_thread = &small_thread;
	first_thread->blocks = no_blocks;
	make_secrets();
	if (used && (!make_thread() || !make_blocks()))
		return false;
	for (; object; object = next_object(object))
		if (object->tls.module)
			set_static_block(object);
	return set_thread_pointer();
}

/* The lowest number that no module has. */
static bool take_number(struct tls *tls)
{
	char **blocks = first_thread->blocks;

	for (tls->module = 1; tls->module <= modules; tls->module++)
		if (!blocks[tls->module])
			return true;
	modules++;
	return make_blocks();
}

bool tls_add(struct object *object)
{
	struct tls *tls = &object->tls;

	if (!tls->size)
		return true;
	tls->memory = allocate(tls->size + tls->align);
	if (!tls->memory || !take_number(tls))
		return false;
	first_thread->blocks[tls->module] = tls->memory +
		((tls->address - (uintptr_t)tls->memory) & (tls->align - 1));
	return !(object->dynamic.flags & DF_STATIC_TLS) ||
	       tls_make_static(object);
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

	if (!tls->module)
		return;
	release_memory(tls);
	first_thread->blocks[tls->module] = NULL;
	tls->module = 0;
	for (used = 0; other; other = next_object(other))
		if (other != object && used < other->tls.offset)
			used = other->tls.offset;
}

bool tls_make_static(struct object *object)
{
	struct tls *tls = &object->tls;

	if (tls->offset)
		return true;
	if (!room) {
		if (thread_align < tls->align)
			thread_align = tls->align;
		if (!make_thread() || !set_thread_pointer())
			return false;
	}
	tls->offset = place(tls, used);
	if (tls->offset > room || tls->align > thread_align ||
	    object->constructed) {
		tls->offset = 0;
		return fail(object->name, ": its thread-local variables need "
			    "a fixed distance from the thread pointer: no "
			    "room is left there", NULL);
	}
	used = tls->offset;
	release_memory(tls);
	set_static_block(object);
	memset(first_thread->blocks[tls->module], 0, tls->size);
	return true;
}

void tls_fill(const struct object *object)
{
	for (; object; object = next_object(object))
		if (object->tls.module)
			memcpy(first_thread->blocks[object->tls.module],
			       object->tls.image, object->tls.file_size);
}
