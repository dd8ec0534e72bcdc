/*
 * std/stdlib/temporary.h - names that no other process guesses
 *
 * Source: POSIX.1-2024 mkdtemp.
 */
#ifndef STD_STDLIB_TEMPORARY_H
#define STD_STDLIB_TEMPORARY_H

/*
 * Puts letters and digits in the place of the six X at the pattern's end and
 * calls `make`, again and again while it says -EEXIST. Returns its result; on
 * errors -errno, and the X are back. -EINVAL: there are no six X.
 */
long __premain_make_temporary(char *pattern,
	long (*make)(const char *path, int flags), int flags);

#endif
