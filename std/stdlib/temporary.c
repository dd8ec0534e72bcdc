/*
 * std/stdlib/temporary.c - names that no other process guesses: 36 bits from
 * the kernel's random numbers in six characters
 *
 * Source: POSIX.1-2024 mkdtemp, getrandom(2).
 */
#include <errno.h>
#include <string.h>
#include <premain/syscalls.h>
#include "std/stdlib/temporary.h"

#define PLACES 6

static void name(char *place)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
	unsigned char bytes[PLACES] = { 0 };

	/* without them the names repeat: EEXIST stops that */
	sys_getrandom(bytes, sizeof(bytes), 0);
	for (int n = 0; n < PLACES; n++)
		place[n] = letters[bytes[n] % 64];
}

long __premain_make_temporary(char *pattern,
	long (*make)(const char *path, int flags), int flags)
{
	size_t length = strlen(pattern);
	char *place = pattern + length - PLACES;
	long result = -EEXIST;

	if (length < PLACES || memcmp(place, "XXXXXX", PLACES) != 0)
		return -EINVAL;
	for (int tries = 0; tries < 1000 && result == -EEXIST; tries++) {
		name(place);
		result = make(pattern, flags);
	}
	if (result < 0)
		memcpy(place, "XXXXXX", PLACES);
	return result;
}
