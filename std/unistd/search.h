/*
 * std/unistd/search.h - execve along PATH
 *
 * Source: POSIX.1-2024 exec.
 */
#ifndef STD_UNISTD_SEARCH_H
#define STD_UNISTD_SEARCH_H

/* Returns only to fail, with -errno. */
long __premain_execute(const char *file, char *const *arguments,
	char *const *environment);

#endif
