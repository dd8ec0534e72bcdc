/*
 * premain/steps/call_name.c
 *
 * The names of system calls and how many arguments they take, from
 * syscalls/syscalls.tbl: a string for each number, "3read", one behind the
 * other, and empty where there is no call. The build packs them (names.inc).
 */
#include "premain/steps/steps.h"

#include <string.h>

#include "premain/steps/names.inc"	/* packed[], with pairs[] */

/* The string of this number; an empty one behind the last. */
static const char *find(uint64_t number)
{
	static struct text calls;
	const char *at, *end;

	if (!calls.length)
		text_unpack(&calls, packed, sizeof packed - 1, pairs);
	at = text_string(&calls);
	for (end = at + calls.length; number && at < end; number--)
		at += strlen(at) + 1;
	return at;
}

const char *call_name(uint64_t number)
{
	const char *call = find(number);

	return *call ? call + 1 : NULL;
}

size_t call_arguments(uint64_t number)
{
	const char *call = find(number);

	return *call ? (size_t)(*call - '0') : 6;
}
