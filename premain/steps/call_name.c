/*
 * premain/steps/call_name.c
 *
 * The names of system calls and how many arguments they take, from
 * syscalls/syscalls.tbl: the build makes names.inc of it, a line
 * `[number] = {"name", count},` each.
 */
#include "premain/steps/steps.h"

static const struct {
	const char *name;
	unsigned int arguments;
} calls[] = {
#include "premain/steps/names.inc"
};

static const size_t count = sizeof calls / sizeof calls[0];

const char *call_name(uint64_t number)
{
	return number < count ? calls[number].name : NULL;
}

size_t call_arguments(uint64_t number)
{
	return call_name(number) ? calls[number].arguments : 6;
}
