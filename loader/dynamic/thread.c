/*
 * loader/dynamic/thread.c - thread-local storage: layout, and the first thread
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

struct thread *first_thread;

static size_t modules, static_size, static_align;

/*
 * The next offset below `from` at which a module fits: its address below the
 * thread pointer is congruent to p_vaddr, as its alignment demands.
 */
static uintptr_t place(const struct tls *tls, uintptr_t from)
{
	uintptr_t offset = from + tls->size;

	return offset + (-(offset + tls->address) & (tls->align - 1));
}

bool tls_layout(void)
{
	struct object *object = process.program;

	static_align = 64;
	for (; object; object = next_object(object)) {
		struct tls *tls = &object->tls;

		if (!tls->size)
			continue;
		tls->module = ++modules;
		tls->offset = place(tls, static_size);
		static_size = tls->offset;
		if (static_align < tls->align)
			static_align = tls->align;
	}
	return true;
}

/* AT_RANDOM's first eight bytes; the first is 0, for no string to reach it. */
static uintptr_t make_canary(void)
{
	const char *random = (const char *)auxv_value(AT_RANDOM);
	uintptr_t canary = (uintptr_t)&process * 0x9e3779b97f4a7c15;

	if (random)
		memcpy(&canary, random, sizeof canary);
	return canary & ~(uintptr_t)0xff;
}

bool tls_start(void)
{
	static char small[sizeof(struct thread)] __attribute__((aligned(64)));
	struct thread *thread = (struct thread *)small;
	size_t size = static_size + SURPLUS + static_align;
	long memory;

	if (static_size) {
		memory = sys_mmap(0, size + sizeof *thread,
				  PROT_READ | PROT_WRITE,
				  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if ((unsigned long)memory >= -4095UL)
			return fail("no memory for thread-local storage",
				    NULL);
		thread = (struct thread *)
			(((uintptr_t)memory + size) & -static_align);
		thread->blocks = allocate((modules + 1) *
					  sizeof *thread->blocks);
		if (!thread->blocks)
			return false;
	}
	thread->self = thread;
	thread->canary = make_canary();
	first_thread = thread;
	return !sys_arch_prctl(ARCH_SET_FS, (unsigned long)thread) ||
	       fail("the thread pointer cannot be set", NULL);
}

void tls_fill(struct object *object)
{
	for (; object; object = next_object(object)) {
		const struct tls *tls = &object->tls;
		char *block = (char *)first_thread - tls->offset;

		if (!tls->module)
			continue;
		memcpy(block, tls->image, tls->file_size);
		first_thread->blocks[tls->module] = block;
	}
}
