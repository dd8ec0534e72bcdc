/*
 * premain/explain/search.c
 *
 * One name that is tried in folder after folder: a library, a command, a
 * header. The last line of such a search tells the story of all.
 */
#include "premain/explain/explain.h"

#include <string.h>

static bool is_searched(const struct path_search *search, const char *path)
{
	return strncmp(search->name, path_base(path),
		       sizeof search->name - 1) == 0;
}

static unsigned int sum(const char *path)
{
	unsigned int sum = 0;

	while (*path)
		sum = sum * 31 + (unsigned char)*path++;
	return sum;
}

void say_place(const struct scene *scene, const char *path)
{
	struct path_search *search = &scene->process->search;

	if (!call_failed(scene->call, "ENOENT", "2"))
		return;
	if (!is_searched(search, path)) {
		strlcpy(search->name, path_base(path), sizeof search->name);
		search->tries = 0;
		search->first = scene->call->number;
	} else if (search->place == sum(path)) {
		return;			/* the same place once more */
	}
	search->place = sum(path);
	search->last = scene->call->number;
	if (++search->tries > 1)
		more(scene, "; place %u of a search that began on line %u",
		     search->tries, search->first);
}

void say_found(const struct scene *scene, const char *path)
{
	struct path_search *search = &scene->process->search;
	bool searched = is_searched(search, path) &&
		search->place != sum(path);	/* or it has been made since */

	if (search->tries == 1 && searched)
		more(scene, ": found, after one other place (line %u)",
		     search->first);
	else if (search->tries && searched)
		more(scene, ": found, after %u other places (lines %u to %u)",
		     search->tries, search->first, search->last);
	search->name[0] = '\0';
	search->tries = 0;
}
