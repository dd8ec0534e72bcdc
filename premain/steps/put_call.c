/*
 * premain/steps/put_call.c
 *
 * A system call by its number in syscalls.tbl, with its arguments as the
 * registers have them: this is no strace. A failure is written as qemu writes
 * it, for the names of errors are strace's.
 */
#include "premain/steps/steps.h"

#include <string.h>

void put_raw_call(struct text *text, uint64_t number,
		  const uint64_t arguments[6], const uint64_t *result)
{
	const char *name = call_name(number);

	if (name)
		text_put(text, name);
	else
		text_format(text, "%ssyscall_%llu",
			    number & CALL_I386 ? "i386_" : "",
			    (unsigned long long)number & ~CALL_I386);
	for (size_t i = 0; i < call_arguments(number); i++)
		text_format(text, "%s%#llx", i ? ", " : "(",
			    (unsigned long long)arguments[i]);
	text_put(text, call_arguments(number) ? ") = " : "() = ");
	if (!result)
		text_put(text, "?");
	else if (*result >= -4095UL)
		text_format(text, "-1 errno=%d (%s)", (int)-*result,
			    strerror((int)-*result));
	else
		text_format(text, "%#llx", (unsigned long long)*result);
}
