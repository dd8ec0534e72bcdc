/*
 * std/strings/fold.h - letters without case in the C locale
 *
 * Source: POSIX.1-2024 strcasecmp.
 */
#ifndef STD_STRINGS_FOLD_H
#define STD_STRINGS_FOLD_H

static inline int fold(char character)
{
	unsigned char byte = (unsigned char)character;

	return (unsigned int)byte - 'A' < 26U ? byte + 'a' - 'A' : byte;
}

#endif
