/*
 * premain/explain/search.c
 *
 * One name that is tried in folder after folder: a library, a command, a
 * header. The last line of such a search tells the story of all.
 */
#include "premain/explain/explain.h"

#include <string.h>

void say_place(const struct scene *scene, const char *path)
{
	struct path_search *search = &scene->process->search;
	const char *name = path_base(path);

	if (!span_is(scene->call->line->error, "ENOENT") &&
	    !span_is(scene->call->line->error, "2"))
		return;
	if (strncmp(search->name, name, sizeof search->name - 1) != 0) {
		strlcpy(search->name, name, sizeof search->name);
		search->tries = 0;
		search->first = scene->call->number;
	}
	search->last = scene->call->number;
	if (++search->tries > 1)
		text_format(&scene->explanation->sentence, "; place %u of a "
			    "search that began on line %llu", search->tries,
			    search->first);
}

void say_found(const struct scene *scene, const char *name)
{
	struct path_search *search = &scene->process->search;

	if (search->tries &&
	    strncmp(search->name, name, sizeof search->name - 1) == 0) {
		text_format(&scene->explanation->sentence,
			    ": found, after %u other place%s (line%s %llu",
			    search->tries, search->tries > 1 ? "s" : "",
			    search->tries > 1 ? "s" : "", search->first);
		if (search->tries > 1)
			text_format(&scene->explanation->sentence,
				    " to %llu", search->last);
		text_put(&scene->explanation->sentence, ")");
	}
	search->name[0] = '\0';
	search->tries = 0;
}
