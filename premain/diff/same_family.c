/*
 * premain/diff/same_family.c
 *
 * Calls that do the same thing: an older and a newer one, or with one buffer
 * and with several. And libraries that are the same to a program.
 */
#include "premain/diff/diff.h"
#include "premain/trace/cursor.h"

#include <string.h>

/* Without what an older or newer one has at its end: see stem. */
static const char families[] =
	" access faccess \0" " cre open \0" " exit exit_group \0"
	" clone fork vfork \0" " fst lst newfstat st statx \0"
	" getrlimit prlimit setrlimit \0" " poll ppoll \0"
	" pread preadv read readv \0" " pwrite pwritev write writev \0"
	" pselect select \0" " wait waitid \0";

bool span_starts(struct trace_span span, const char *word)
{
	for (; *word; word++, span.at++, span.length--)
		if (!span.length || *span.at != *word)
			return false;
	return true;
}

bool span_starts_any(struct trace_span span, const char *words)
{
	const struct cursor c = {span.at, span.at + span.length};

	return starts_any(&c, words);
}

bool name_is_in(const char *name, size_t length, const char *names)
{
	while (*names) {
		size_t next = strcspn(++names, " ");

		if (next == length && memcmp(name, names, length) == 0)
			return length;
		names += next;
	}
	return false;
}

/* How long the name is without its number and "at": "unlink" of unlinkat,
 * "dup" of dup3, "fst" of fstat. */
static size_t stem(const char *name)
{
	size_t length = strlen(name);

	while (length && name[length - 1] >= '0' && name[length - 1] <= '9')
		length--;
	if (length > 2 && memcmp(name + length - 2, "at", 2) == 0)
		length -= 2;
	return length;
}

bool same_family(const char *one, const char *other)
{
	size_t a = stem(one), b = stem(other);

	if (a == b && memcmp(one, other, a) == 0)
		return true;
	for (const char *at = families; *at; at += strlen(at) + 1)
		if (name_is_in(one, a, at) && name_is_in(other, b, at))
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
