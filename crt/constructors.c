/*
 * crt/constructors.c - the functions that run before main, with its arguments
 *
 * preinit_array first, then init_array, each from its start to its end.
 * Source: gABI ch. 5, Initialization and Termination Functions.
 */
#include "crt/linker.h"
#include "crt/stack.h"

void __premain_constructors(struct initial_stack *stack);

/*
 * layout/premain-arrays.ld places init_array right behind preinit_array; if it
 * asks for more alignment, there are zeros in between.
 */
void __premain_constructors(struct initial_stack *stack)
{
	constructor *const *run = __premain_preinit_start;

	for (; run < __premain_init_end; run++)
		if (*run)
			(*run)((int)stack->argc, stack->argv,
			       stack_envp(stack));
}
