/*
 * premain/steps/call_name.c
 *
 * The names of system calls and how many arguments they take, from
 * syscalls/syscalls.tbl. The build makes names.inc of it: `calls` has a string
 * for each number, "3read", one behind the other, and empty where there is no
 * call; a byte over 127 stands for one of `words`, which many names share.
 */
#include "premain/steps/steps.h"

#include <string.h>

#include "premain/steps/names.inc"

/* The string of this number; an empty one behind the last. */
static const char *find(const char *at, size_t size, uint64_t number)
{
	const char *end = at + size - 1;

	while (number && at < end) {
		at += strlen(at) + 1;
		number--;
	}
	return at;
}

const char *call_name(uint64_t number)
{
	static char name[40];
	const char *call = find(calls, sizeof calls, number);
	char *end = name;

	if (!*call)
		return NULL;
	while (*++call) {
		unsigned char byte = (unsigned char)*call;

		if (byte < 128)
			*end++ = *call;
		else
			end = stpcpy(end, find(words, sizeof words,
					       byte - 128U));
	}
	*end = '\0';
	return name;
}

size_t call_arguments(uint64_t number)
{
	const char *call = find(calls, sizeof calls, number);

	return *call ? (size_t)(*call - '0') : 6;
}
