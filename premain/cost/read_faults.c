/*
 * premain/cost/read_faults.c
 *
 * Fields 10 and 12 of stat, which is counted from behind the name, that may
 * have anything in it. Source: proc(5).
 */
#include "premain/cost/run.h"
#include "premain/run/run.h"

#include <stdlib.h>
#include <string.h>

enum { MINOR = 8, MAJOR = 10 };	/* behind the name */

bool read_faults(int pid, unsigned long long faults[2])
{
	struct text text = {0};
	char *at;

	read_proc(&text, pid, "stat");
	at = strrchr(text_string(&text), ')');
	for (int field = 1; at && field <= MAJOR; field++) {
		at = strchr(at + 1, ' ');
		if (at && (field == MINOR || field == MAJOR))
			faults[field == MAJOR] = strtoull(at, NULL, 10);
	}
	text_free(&text);
	return at != NULL;
}
