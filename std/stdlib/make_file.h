/*
 * std/stdlib/make_file.h - what mkstemp and mkostemp share
 *
 * Source: POSIX.1-2024 mkostemp.
 */
#ifndef STD_STDLIB_MAKE_FILE_H
#define STD_STDLIB_MAKE_FILE_H

/* a new file for its owner alone: a descriptor, or -errno */
long __premain_make_file(const char *path, int flags);

#endif
