/*
 * loader/dynamic/preload.c - LD_PRELOAD, --preload: before what the program
 * needs
 *
 * Files between blanks and colons; one that is not to be had is told of and
 * left out. Source: ld.so(8).
 */
#include <string.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/search.h"

static void load_preload(const char *text, size_t length, const char *who)
{
	char name[ELF_PATH_MAX];

	if (!length || length >= sizeof name)
		return;
	memcpy(name, text, length);
	name[length] = '\0';
	if (search(name, process.program))
		return;
	fail(failure, "; ", who, " goes without it", NULL);
	fail_warning();
}

void load_preloads(void)
{
	for (int i = 0; i < 2; i++) {
		const char *list = process.preload[i];

		while (list && *list) {
			size_t length = strcspn(list, " :");

			load_preload(list, length,
				     i ? "--preload" : "LD_PRELOAD");
			list += length + (list[length] != '\0');
		}
	}
}
