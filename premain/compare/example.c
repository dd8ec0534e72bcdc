/*
 * premain/compare/example.c
 *
 * The examples lie in ../lib/premain/examples beside an installed premain,
 * in ../../examples beside one built in the checkout, in ../source beside one
 * built elsewhere; or where the hello_world.c lies that is to be compared.
 */
#include "premain/compare/compare.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct place {
	int up;			/* so many folders above premain's own */
	const char *down;
};

static const struct place places[] = {
	{1, "lib/premain/examples"},
	{2, "examples"},
	{1, "source"},		/* make O=... leaves a link there */
};

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

static bool is_example_folder(const struct text *folder)
{
	return holds(folder, "hello_world.c") && holds(folder, "01-elf.asm");
}

/* The length of a path up to the slash so many folders above its own. */
static ssize_t folder_above(const char *path, ssize_t length, int up)
{
	for (up++; up > 0 && length > 0; up--) {
		length--;
		while (length > 0 && path[length - 1] != '/')
			length--;
	}
	return length;
}

static bool find_beside_premain(struct text *folder)
{
	const char *self = run_self();
	ssize_t length = (ssize_t)strlen(self);
	size_t i;

	for (i = 0; i < sizeof places / sizeof places[0]; i++) {
		ssize_t parent = folder_above(self, length, places[i].up);

		if (parent <= 0)
			return false;
		text_add(folder, self, (size_t)parent);
		text_put(folder, places[i].down);
		if (is_example_folder(folder))
			return true;
		text_free(folder);
	}
	return false;
}

void example_find(struct text *folder, char **files, size_t count)
{
	size_t i;

	if (find_beside_premain(folder))
		return;
	for (i = 0; i < count; i++) {
		const char *slash = strrchr(files[i], '/');
		const char *name = slash ? slash + 1 : files[i];

		if (strcmp(name, "hello_world.c") != 0)
			continue;
		text_add(folder, files[i], (size_t)(name - files[i]));
		text_put(folder, ".");
		if (is_example_folder(folder))
			return;
		text_free(folder);
	}
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
