/*
 * loader/dynamic/relocate_tls.c - the relocations of thread-local variables
 *
 * Source: psABI 4.4.1, table 4.9; TLS 4.1; "Thread-Local Storage Descriptors
 * for IA32 and AMD64/EM64T" (TLSDESC: a function and its argument).
 */
#include "loader/dynamic/thread.h"
#include "loader/dynamic/work.h"

/* The variable's object, NULL for a weak one that nobody has, and its place. */
static bool find_variable(struct work *work, struct object **object,
			  uint64_t *offset)
{
	uint32_t symbol = (uint32_t)ELF64_R_SYM(work->rela->r_info);

	*object = work->object;
	*offset = (uint64_t)work->rela->r_addend;
	if (!symbol)
		return true;
	if (!look_up(work, symbol, ASKS_ADDRESS))
		return false;
	*object = (struct object *)work->definition.object;
	if (*object)
		*offset += work->definition.symbol->st_value;
	return true;
}

static void describe(const struct object *object, uint64_t offset,
		     uint64_t *target)
{
	target[1] = offset;
	if (!object) {
		target[0] = (uintptr_t)tlsdesc_weak;
	} else if (object->tls.offset) {
		target[0] = (uintptr_t)tlsdesc_static;
		target[1] -= object->tls.offset;
	} else {
		target[0] = (uintptr_t)tlsdesc_dynamic;
		target[1] = offset << TLSDESC_SHIFT | object->tls.module;
	}
}

bool relocate_tls(struct work *work, uint64_t *target)
{
	struct object *object;
	uint64_t offset;

	if (!find_variable(work, &object, &offset))
		return false;
	if (object && !object->tls.module)
		return refuse(work, "means a thread-local variable of an "
			      "object that has none");
	switch (ELF64_R_TYPE(work->rela->r_info)) {
	case R_X86_64_DTPMOD64:
		*target = object ? object->tls.module : 0;
		return true;
	case R_X86_64_DTPOFF64:
		*target = offset;
		return true;
	case R_X86_64_TLSDESC:
		describe(object, offset, target);
		return true;
	}
	if (object && !tls_make_static(object))
		return false;
	*target = object ? offset - object->tls.offset : 0;
	return true;
}
