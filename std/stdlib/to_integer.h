/*
 * std/stdlib/to_integer.h - what all functions of the strtol family share
 *
 * Source: C11 7.22.1.4.
 */
#ifndef STD_STDLIB_TO_INTEGER_H
#define STD_STDLIB_TO_INTEGER_H

unsigned long __premain_to_integer(const char *restrict text,
	char **restrict end, int base, int is_signed);

#endif
