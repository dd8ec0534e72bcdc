/*
 * loader/dynamic/constructors.c - what runs before main and after it
 */
#include "loader/dynamic/constructors.h"
#include "loader/dynamic/process.h"

typedef void constructor(int argc, char **argv, char **envp);
typedef void destructor(void);

static void call(uintptr_t function)
{
	((constructor *)function)(process.argc, process.argv, process.envp);
}

void construct_before(const struct object *program)
{
	for (uint64_t i = 0; i < program->dynamic.preinit_count; i++)
		call(program->dynamic.preinit_array[i]);
}

void construct(struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;

	if (object->constructed)
		return;
	object->constructed = true;
	for (uint32_t i = 0; i < object->needed_count; i++)
		construct(object->needed[i]);
	if (dynamic->init)
		call(object->image.base + dynamic->init);
	for (uint64_t i = 0; i < dynamic->init_count; i++)
		call(dynamic->init_array[i]);
}

void destruct_all(void)
{
	for (struct object *object = process.program; object;
	     object = next_object(object)) {
		const struct elf_dynamic *dynamic = &object->dynamic;

		for (uint64_t i = dynamic->fini_count; i; i--)
			((destructor *)dynamic->fini_array[i - 1])();
		if (dynamic->fini)
			((destructor *)(object->image.base +
					dynamic->fini))();
	}
}
