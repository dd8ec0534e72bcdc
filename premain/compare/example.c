/*
 * premain/compare/example.c
 *
 * The examples lie in ../lib/premain/examples beside an installed premain,
 * in ../../examples beside one built in the checkout, in ../source beside one
 * built elsewhere; or where the hello_world.c lies that is to be compared.
 */
#include "premain/compare/compare.h"
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void example_put(struct text *path, const struct comparison *comparison,
		 const char *name)
{
	text_format(path, "%s/%s", text_string(&comparison->example), name);
}

static bool holds(const struct text *folder, const char *name)
{
	struct text path = {0};
	bool there;

	text_format(&path, "%s/%s", text_string(folder), name);
	there = !folder->lost && !path.lost && access(path.bytes, R_OK) == 0;
	text_free(&path);
	return there;
}

/* Whether the examples lie there, as seen from the folder of a file. */
static bool lie(struct text *folder, const char *file, const char *there)
{
	struct text path = {0};
	char *real;

	text_add(&path, file, (size_t)(path_base(file) - file));
	text_put(&path, there);
	real = real_path(text_string(&path));
	text_put(folder, real ? real : "");
	free(real);
	text_free(&path);
	if (holds(folder, "hello_world.c") && holds(folder, "01-elf.asm"))
		return true;
	text_free(folder);
	return false;
}

void example_find(struct text *folder, char **files, size_t count)
{
	/* make O=... leaves a link: source */
	static const char places[] =
		"../lib/premain/examples\0../../examples\0../source\0";
	const char *self = run_self();

	for (const char *at = places; *self && *at; at += strlen(at) + 1)
		if (lie(folder, self, at))
			return;
	for (size_t i = 0; i < count; i++)
		if (strcmp(path_base(files[i]), "hello_world.c") == 0 &&
		    lie(folder, files[i], "."))
			return;
}

/* Whether a source is the example hello_world.c, by whatever name. */
bool example_is(const struct comparison *comparison, const char *source)
{
	struct stat one, other;
	struct text path = {0};
	bool same;

	example_put(&path, comparison, "hello_world.c");
	same = !path.lost && stat(path.bytes, &one) == 0 &&
	       stat(source, &other) == 0 && one.st_dev == other.st_dev &&
	       one.st_ino == other.st_ino;
	text_free(&path);
	return same;
}
