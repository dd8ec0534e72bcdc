/*
 * premain/run/next_range.c
 *
 * A line of /proc/PID/maps:
 * "7f00-7f01 r-xp 00001000 08:01 123                  /usr/lib/libx.so.1"
 * Source: proc_pid_maps(5).
 */
#include "premain/run/run.h"

#include <stdlib.h>
#include <string.h>

bool next_range(char **lines, struct proc_range *range)
{
	char *at = *lines;
	size_t length = strcspn(at, "\n");

	if (!*at)
		return false;
	*lines += length + (at[length] != '\0');
	at[length] = '\0';
	range->start = strtoull(at, &at, 16);
	range->end = *at ? strtoull(at + 1, &at, 16) : 0;
	if (strlen(at) < 6)
		return false;
	range->rights = at + 1;
	at[5] = '\0';
	range->offset = strtoull(at + 6, &at, 16);
	for (int field = 0; field < 2 && *at; field++)	/* device, inode */
		at += strcspn(at + 1, " ") + 1;
	range->path = at + strspn(at, " ");
	return true;
}
