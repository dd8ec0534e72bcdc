/*
 * crt/cxa_atexit.c - functions that run when an object goes, or the process
 *
 * int __cxa_atexit(void (*function)(void *), void *argument, const void *dso)
 * void __cxa_finalize(const void *dso)
 *
 * atexit's list has one function after another, and calls the newest. A call
 * with an argument stands there as four words: argument, function, object, and
 * as the newest one `call`, which takes the other three from the list. So there
 * is one list, one order, and atexit does not know. Where an object's functions
 * have run although they are not the newest ones, NULL stands for them.
 * Source: Itanium C++ ABI 3.3.6.3; LSB core 10.7.
 */
#include <stddef.h>
#include <stdlib.h>

#include <premain/syscalls.h>

#include "crt/atexit.h"
#include "crt/cxa_atexit.h"

enum { PAGE = 4096, WORDS = 4 };

typedef void call_function(void *argument);

/* The word in front of a place in the list, and its block. */
struct place {
	struct block *block;
	handler **next;
};

static struct place newest_place(void)
{
	return (struct place){ __premain_newest, __premain_newest->next };
}

static handler **step_back(struct place *place)
{
	while (place->next == place->block->first) {
		place->block = place->block->previous;
		if (!place->block)
			return NULL;
		place->next = place->block->next;
	}
	return --place->next;
}

/* Takes the newest word; pages that are empty go back to the kernel. */
static handler *take(void)
{
	while (__premain_newest->next == __premain_newest->first) {
		struct block *empty = __premain_newest;

		__premain_newest = empty->previous;
		sys_munmap(empty, PAGE);
	}
	return *--__premain_newest->next;
}

static void call(void)
{
	call_function *function;

	take();
	function = (call_function *)take();
	if (function)
		function((void *)take());
	else
		take();
}

int __cxa_atexit(call_function *function, void *argument, const void *dso)
{
	handler *words[WORDS] = {
		(handler *)argument, (handler *)function, (handler *)dso, call
	};
	int count;

	for (count = 0; count < WORDS; count++)
		if (atexit(words[count]) != 0)
			goto take_back;
	return 0;

take_back:
	while (count-- > 0)
		take();
	return -1;
}

/* Calls that have run, and are the newest, leave the list. */
static void take_calls_that_ran(void)
{
	for (;;) {
		struct place place = newest_place();
		handler **word = step_back(&place);

		if (!word || *word != call)
			return;
		step_back(&place);
		if (*step_back(&place))
			return;
		for (int count = 0; count < WORDS; count++)
			take();
	}
}

/*
 * Runs one function of the object that has not run yet. Returns 0 where there
 * is none. One that runs may register others: so each look begins anew.
 */
static int run_one(const void *dso)
{
	struct place place = newest_place();
	handler **word;

	while ((word = step_back(&place))) {
		call_function *function;
		handler **object, **slot;

		if (*word != call)
			continue;
		object = step_back(&place);
		slot = step_back(&place);
		word = step_back(&place);
		if (*object != (handler *)dso || !*slot)
			continue;
		function = (call_function *)*slot;
		*slot = NULL;
		function((void *)*word);
		return 1;
	}
	return 0;
}

void __cxa_finalize(const void *dso)
{
	if (!dso)
		__premain_run_atexit();
	if (!__premain_newest)
		return;
	while (run_one(dso))
		take_calls_that_ran();
}
