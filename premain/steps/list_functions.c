/*
 * premain/steps/list_functions.c
 *
 * The functions that were executed, of all objects.
 */
#include "premain/steps/show.h"

#include <stdlib.h>
#include <string.h>

static int compare_functions(const void *left, const void *right)
{
	const struct function *a = left, *b = right;

	if (a->steps != b->steps)
		return a->steps > b->steps ? -1 : 1;
	return strcmp(a->name, b->name);
}

struct function *list_functions(const struct steps *steps, size_t *count)
{
	struct function *list;
	size_t room = steps->object_count;

	for (size_t i = 0; i < steps->object_count; i++)
		room += steps->objects[i].symbol_count;
	list = calloc(room + 1, sizeof *list);
	*count = 0;
	for (size_t i = 0; list && i < steps->object_count; i++) {
		const struct object *object = &steps->objects[i];

		if (object->nameless)
			list[(*count)++] = (struct function){"(no symbol)",
				object->path, object->nameless};
		for (size_t j = 0; object->counts && j < object->symbol_count;
		     j++)
			if (object->counts[j])
				list[(*count)++] = (struct function){
					object->symbols[j].name,
					object->path, object->counts[j]};
	}
	if (*count)
		qsort(list, *count, sizeof *list, compare_functions);
	return list;
}
