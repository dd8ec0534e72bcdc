/*
 * premain/text/list_grow.c
 *
 * A list that doubles its room when it is full.
 */
#include "premain/text/text.h"

#include <stdlib.h>
#include <string.h>

void *list_grow(void *list, size_t count, size_t *room, size_t size)
{
	size_t wanted = *room ? *room * 2 : 16;
	char **array = list;
	char *larger;

	if (count == *room) {
		larger = reallocarray(*array, wanted, size);
		if (!larger)
			return NULL;
		*array = larger;
		*room = wanted;
	}
	return memset(*array + count * size, 0, size);
}
