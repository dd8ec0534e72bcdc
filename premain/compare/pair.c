/*
 * premain/compare/pair.c
 *
 * Which two traces stand side by side: those of --pair, else ours beside
 * glibc's, else the first two that there are.
 */
#include "premain/compare/compare.h"

#include <string.h>

static const struct row *find(const struct comparison *comparison,
			      const char *name, size_t length)
{
	size_t i;

	for (i = 0; i < comparison->row_count; i++)
		if (strlen(comparison->rows[i].name) == length &&
		    memcmp(comparison->rows[i].name, name, length) == 0)
			return &comparison->rows[i];
	return NULL;
}

/* A file's name may hold a comma: every one is tried as the border. */
static struct pair find_pair(const struct comparison *comparison)
{
	const char *words = comparison->options.pair;
	const char *comma = strchr(words, ',');

	for (; comma; comma = strchr(comma + 1, ',')) {
		struct pair pair = {
			find(comparison, words, (size_t)(comma - words)),
			find(comparison, comma + 1, strlen(comma + 1))};

		if (pair.left && pair.right)
			return pair;
	}
	return (struct pair){NULL, NULL};
}

bool pair_is_known(const struct comparison *comparison)
{
	return !comparison->options.pair || find_pair(comparison).left;
}

static bool has_trace(const struct row *row)
{
	return row && row->ran && row->trace;
}

static const struct row *find_traced(const struct comparison *comparison,
				     const char *name)
{
	const struct row *row = find(comparison, name, strlen(name));

	return has_trace(row) ? row : NULL;
}

static const struct row *other_traced(const struct comparison *comparison,
				      const struct row *but)
{
	size_t i;

	for (i = 0; i < comparison->row_count; i++)
		if (&comparison->rows[i] != but &&
		    has_trace(&comparison->rows[i]))
			return &comparison->rows[i];
	return NULL;
}

struct pair pair_choose(const struct comparison *comparison)
{
	struct pair pair;

	if (comparison->options.pair) {
		pair = find_pair(comparison);
		if (!has_trace(pair.left))
			pair.left = NULL;
		if (!has_trace(pair.right))
			pair.right = NULL;
		return pair;
	}
	pair.left = find_traced(comparison, "premain-static");
	pair.right = find_traced(comparison, "glibc-dynamic");
	if (!pair.right)
		pair.right = find_traced(comparison, "glibc-static");
	if (!pair.left)
		pair.left = other_traced(comparison, pair.right);
	if (!pair.right)
		pair.right = other_traced(comparison, pair.left);
	return pair;
}
