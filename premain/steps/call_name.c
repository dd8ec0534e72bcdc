/*
 * premain/steps/call_name.c
 *
 * The names of system calls and how many arguments they take, from
 * syscalls/syscalls.tbl: the build makes names.inc of it, a string for each
 * number: "3read", one behind the other, and empty where there is no call.
 */
#include "premain/steps/steps.h"

#include <string.h>

static const char calls[] =
#include "premain/steps/names.inc"
;

/* The string of this number; an empty one behind the last. */
static const char *find(uint64_t number)
{
	const char *at = calls;

	while (number && at < calls + sizeof calls - 1) {
		at += strlen(at) + 1;
		number--;
	}
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
