/*
 * loader/dynamic/relocate_all.c - objects are relocated together
 *
 * First what needs nobody's code, in all of them; then the ifuncs, what is
 * needed before who needs it, and the program, which copies from others, last.
 */
#include <premain/syscalls.h>
#include <linux/mman.h>

#include "loader/dynamic/constructors.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/narrate.h"
#include "loader/dynamic/index.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/relocate.h"
#include "loader/dynamic/thread.h"

/* One of an object's program headers asks for other rights to memory. */
static bool protect(const struct object *object, const char *header,
		    uintptr_t start, size_t size, unsigned long rights)
{
	long error = sys_mprotect((void *)start, size, rights);
	struct complaint complaint;

	if (!error)
		return true;
	complaint.object = object->name;
	complaint.table = NULL;
	complain_call(&complaint, header, error);
	return fail_by(&complaint);
}

/*
 * The kernel has looked at the program's PT_GNU_STACK only. All of the stack
 * below the auxiliary vector belongs to this mapping, and what will be.
 */
static bool protect_memory(const struct object *object)
{
	static bool stack_runs;

	if (object->runs_stack && !stack_runs) {
		if (!protect(object, "PT_GNU_STACK: mprotect",
			     page_down((uintptr_t)process.auxv), ELF_PAGE,
			     PROT_READ | PROT_WRITE | PROT_EXEC |
			     PROT_GROWSDOWN))
			return false;
		stack_runs = true;
	}
	return !object->relro_size ||
	       protect(object, "PT_GNU_RELRO: mprotect", object->relro,
		       object->relro_size, PROT_READ);
}

/* Returns whether any of them has something for the second pass. */
static bool relocate_each(struct object *first, bool *deferred)
{
	for (; first; first = next_object(first)) {
		if (first->relocated)
			continue;
		if (!relocate(first))
			return false;
		*deferred |= first->deferred[0] || first->deferred[1];
	}
	return true;
}

/*
 * What the program copies is final when all others are done. Resolvers see
 * thread-local variables as they are by then.
 */
static bool relocate_second(const struct object *first)
{
	struct order order;
	bool done;

	done = order_objects(first == process.program ? &process.global :
			     first->scope, &order);
	if (!done)
		return false;
	for (uint32_t i = 0; i < order.count; i++)
		done = done && relocate_deferred(order.objects[i]);
	order_release(&order);
	tls_fill(first);
	return done;
}

/*
 * How many of these have to be looked up: a library that comes first need not
 * look for what it defines itself. One of 16 stands for all.
 */
static uint64_t count_lookups(const struct object *object,
			      const Elf64_Rela *rela, uint64_t count)
{
	uint64_t lookups = 0;

	if (count <= INDEX_LEAST || !comes_first(object))
		return count;
	for (uint64_t i = 0; i < count; i += 16) {
		const Elf64_Sym *symbol = elf_symbol(&object->dynamic,
			ELF64_R_SYM(rela[i].r_info));

		if (!symbol || symbol->st_shndx == SHN_UNDEF)
			lookups += 16;
	}
	return lookups;
}

/* Many symbols are looked up together: that may pay for an index. */
static void prepare_index(struct object *first)
{
	uint64_t lookups = 0;

	for (struct object *object = first; object;
	     object = next_object(object)) {
		const struct elf_dynamic *dynamic = &object->dynamic;

		if (object->relocated)
			continue;
		lookups += count_lookups(object,
			dynamic->rela + dynamic->relative_count,
			dynamic->rela_count - dynamic->relative_count);
		if (!is_lazy(object))
			lookups += count_lookups(object, dynamic->jmprel,
						 dynamic->jmprel_count);
	}
	if (lookups <= (process.look_up ? 0 : INDEX_LEAST))
		return;
	index_scope(&process.global, lookups);
	if (first->scope)
		index_scope(first->scope, lookups);
}

bool relocate_all(struct object *first)
{
	struct object *object = first;
	bool deferred = false;

	tell(TELL_LOADED, first, NULL, NULL, 0, 0);
	prepare_index(first);
	if (!relocate_each(first, &deferred))
		return false;
	tls_fill(first);
	if (deferred && !process.dry_run && !relocate_second(first))
		return false;
	for (; object; object = next_object(object))
		if (!protect_memory(object))
			return false;
	tell(TELL_RELOCATED, first, NULL, NULL, 0, 0);
	return true;
}
