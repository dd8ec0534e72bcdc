/*
 * loader/dynamic/load.c - the order of a dynamic program's start
 *
 * Load what is needed, relocate, thread-local storage, what calls code of
 * objects (ifuncs), read-only what is relocated, constructors, the program.
 */
#include <premain/syscalls.h>

#include "crt/linker.h"
#include "crt/shared/initial.h"
#include "loader/dynamic/constructors.h"
#include "loader/dynamic/debug.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/narrate.h"
#include "loader/dynamic/names.h"
#include "loader/dynamic/options.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/program.h"
#include "loader/dynamic/relocate.h"
#include "loader/dynamic/search.h"
#include "loader/dynamic/thread.h"

uintptr_t load_process(struct initial_stack *stack);

__attribute__((visibility("hidden"))) void _start(void);

static bool load_program(struct initial_stack *stack)
{
	last_headers.copy = last_table;
	process.direct = auxv_value(AT_ENTRY) == (uintptr_t)&_start;
	process.program = process.direct ?
		program_of_file(read_options(stack)) : program_of_kernel();
	if (!process.program)
		return false;
	if (!process.program->entry && !process.list)
		return fail(process.program->name, ": e_entry lies outside "
			    "every executable segment", NULL);
	process.program->stays = true;
	object_append(process.program);
	return !process.program->dynamic.soname ||
	       name_object(process.program, process.program->dynamic.soname);
}

/* All objects that are there when main begins, in the order of loading. */
static bool fill_global_scope(void)
{
	static struct object *few[4];
	struct scope *scope = &process.global;
	struct object *object = process.program;

	scope->room = (uint32_t)(process.adds - process.subs);
	scope->owner = process.program;
	scope->objects = few;
	if (scope->room > sizeof few / sizeof *few)
		scope->objects = allocate(scope->room * sizeof *few);
	if (!scope->objects)
		return false;
	for (; object; object = next_object(object)) {
		object->stays = object->used = object->global = true;
		scope->objects[scope->count++] = object;
	}
	return true;
}

static bool load_all(struct initial_stack *stack, struct order *order)
{
	bool complete = true;

	if (!load_program(stack))
		return false;
	__premain_initial(process.envp, process.auxv);
	find_loader();
	if (process.direct && !process.list && is_static(process.program))
		return fail(process.program->name, ": is a static program: "
			    "run it by itself", NULL);
	_r_debug.r_version = 1;
	_r_debug.r_brk = (uintptr_t)&_dl_debug_state;
	_r_debug.r_ldbase = image_base();
	if (process.program->dynamic.debug)
		process.program->dynamic.debug->d_un.d_ptr =
			(uintptr_t)&_r_debug;
	debug_state(RT_ADD);
	process.loader = loader_object();
	if (process.path)
		process.loader->map.l_name = (char *)process.path;
	narrate();
	if (process.preload[0] || process.preload[1])
		load_preloads();
	if (!load_needed(process.program))
		return false;
	if (!process.loader->map.l_prev)
		object_append(process.loader);
	process.newest = process.last;
	debug_state(RT_CONSISTENT);
	if (process.list) {
		tell(TELL_LIST, process.program, NULL, NULL, 0,
		     is_static(process.program));
		sys_exit_group(teller ? 0 : 127);
	}
	if (!tls_start() || !fill_global_scope())
		return false;
	if (process.foreign)
		tell(TELL_FOREIGN, process.program, NULL, NULL, 0,
		     (long)&complete);
	return complete && relocate_all(process.program) &&
	       order_constructors(&process.global, order);
}

uintptr_t load_process(struct initial_stack *stack)
{
	struct order order;

	read_environment(stack);
	if (!load_all(stack, &order))
		fail_start();
	if (process.dry_run)
		sys_exit_group(0);
	construct_start(&order);
	return process.program->entry;
}
