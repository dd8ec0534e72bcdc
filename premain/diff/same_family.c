/*
 * premain/diff/same_family.c
 *
 * Calls that do the same thing: an older and a newer one, or with one buffer
 * and with several. And libraries that are the same to a program.
 */
#include "premain/diff/diff.h"

#include <stdio.h>
#include <string.h>

static const char families[] =
	" access faccessat faccessat2 \0" " creat open openat openat2 \0"
	" dup dup2 dup3 \0" " exit exit_group \0" " clone clone3 fork vfork \0"
	" fstat lstat newfstatat stat statx \0" " getdents getdents64 \0"
	" getrlimit prlimit64 setrlimit \0" " pipe pipe2 \0" " poll ppoll \0"
	" pread64 preadv read readv \0" " pwrite64 pwritev write writev \0"
	" pselect6 select \0" " readlink readlinkat \0" " unlink unlinkat \0"
	" rename renameat renameat2 \0" " wait4 waitid \0";

bool span_starts(struct trace_span span, const char *word)
{
	size_t length = strlen(word);

	return span.length >= length && memcmp(span.at, word, length) == 0;
}

bool span_starts_any(struct trace_span span, const char *words)
{
	for (; *words; words += strlen(words) + 1)
		if (span_starts(span, words))
			return true;
	return false;
}

bool name_is_in(const char *name, size_t length, const char *names)
{
	char word[40];

	snprintf(word, sizeof word, " %.*s ", (int)length, name);
	return strstr(names, word) != NULL;
}

bool same_family(const char *one, const char *other)
{
	if (strcmp(one, other) == 0)
		return true;
	for (const char *at = families; *at; at += strlen(at) + 1)
		if (name_is_in(one, strlen(one), at) &&
		    name_is_in(other, strlen(other), at))
			return true;
	return false;
}

static bool is_c_library(const char *object)
{
	return strncmp(object, "libc.", 5) == 0 ||
	       strncmp(object, "libpremain.", 11) == 0;
}

bool same_object(const struct diff_event *a, const struct diff_event *b)
{
	return strcmp(a->object, b->object) == 0 ||
	       (is_c_library(a->object) && is_c_library(b->object));
}

bool are_other_libraries(const struct diff_event *a,
			 const struct diff_event *b)
{
	return a->role == b->role && !same_object(a, b) &&
	       (a->role == ROLE_LIBRARY || a->role == ROLE_SEARCH);
}

bool is_same(const struct diff_event *a, const struct diff_event *b)
{
	return a->failed == b->failed &&
	       (strcmp(a->key, b->key) == 0 ||
		(strcmp(a->plain, b->plain) == 0 &&
		 !are_other_libraries(a, b)));
}
