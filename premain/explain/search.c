/*
 * premain/explain/search.c
 *
 * One name that is tried in folder after folder: a library, a command, a
 * header. The last line of such a search tells the story of all.
 */
#include "premain/explain/explain.h"

#include <string.h>

static bool is_searched(const struct path_search *search, const char *name)
{
	return strncmp(search->name, name, sizeof search->name - 1) == 0;
}

void say_place(const struct scene *scene, const char *path)
{
	struct path_search *search = &scene->process->search;
	const char *name = path_base(path);

	if (!call_failed(scene->call, "ENOENT", "2"))
		return;
	if (!is_searched(search, name)) {
		strlcpy(search->name, name, sizeof search->name);
		search->tries = 0;
		search->first = scene->call->number;
	}
	search->last = scene->call->number;
	if (++search->tries > 1)
		more(scene, "; place %u of a search that began on line %u",
		     search->tries, search->first);
}

void say_found(const struct scene *scene, const char *name)
{
	struct path_search *search = &scene->process->search;

	if (search->tries == 1 && is_searched(search, name))
		more(scene, ": found, after one other place (line %u)",
		     search->first);
	else if (search->tries && is_searched(search, name))
		more(scene, ": found, after %u other places (lines %u to %u)",
		     search->tries, search->first, search->last);
	search->name[0] = '\0';
	search->tries = 0;
}
