/*
 * loader/dynamic/lazy.c - a PLT's slot is bound when it is needed first
 *
 * Source: psABI 5.2, Procedure Linkage Table.
 */
#include "loader/dynamic/fail.h"
#include "loader/dynamic/narrate.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/relocate.h"

/* Lets the slot lead to the definition. */
static bool bind(struct call *call)
{
	const struct object *object = call->object;
	uint64_t slot = object->dynamic.jmprel[call->number].r_offset;

	if (!definition_address(&call->definition, &call->function))
		return false;
	/* One store: another thread sees the old address or the new one. */
	__atomic_store_n((uintptr_t *)(object->image.base + slot),
			 call->function, __ATOMIC_RELAXED);
	tell(TELL_BOUND, object, NULL, NULL, 0, (long)call->number);
	return true;
}

uintptr_t bind_slot(const struct object *object, uint64_t number)
{
	const Elf64_Rela *rela = object->dynamic.jmprel + number;
	struct call call = { .object = object, .number = number };

	if (number >= object->dynamic.jmprel_count ||
	    ELF64_R_TYPE(rela->r_info) != R_X86_64_JUMP_SLOT) {
		fail(object->name, ": its PLT asks for a slot that DT_JMPREL "
		     "has not", NULL);
		fail_start();
	}
	if (!find_symbol(object, (uint32_t)ELF64_R_SYM(rela->r_info),
			 ASKS_CALL, &call.definition) ||
	    !(is_ifunc(&call.definition) || teller ? outside(bind, &call) :
	      bind(&call)))
		fail_start();
	return call.function;
}
