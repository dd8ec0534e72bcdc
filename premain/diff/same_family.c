/*
 * premain/diff/same_family.c
 *
 * Calls that do the same thing: an older and a newer one, or with one buffer
 * and with several. And libraries that are the same to a program.
 */
#include "premain/diff/diff.h"

#include <stdio.h>
#include <string.h>

static const char *const families[] = {
	" access faccessat faccessat2 ", " creat open openat openat2 ",
	" dup dup2 dup3 ", " exit exit_group ", " clone clone3 fork vfork ",
	" fstat lstat newfstatat stat statx ", " getdents getdents64 ",
	" getrlimit prlimit64 setrlimit ", " pipe pipe2 ", " poll ppoll ",
	" pread64 preadv read readv ", " pwrite64 pwritev write writev ",
	" pselect6 select ", " readlink readlinkat ", " unlink unlinkat ",
	" rename renameat renameat2 ", " wait4 waitid "
};

static bool is_in(const char *family, const char *name)
{
	char word[40];

	snprintf(word, sizeof word, " %s ", name);
	return strstr(family, word) != NULL;
}

bool same_family(const char *one, const char *other)
{
	if (strcmp(one, other) == 0)
		return true;
	for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
		if (is_in(families[i], one) && is_in(families[i], other))
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
