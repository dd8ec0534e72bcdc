/*
 * premain/variants/tools.c
 *
 * Finds the tools. premain-gcc is the one beside the running premain, so
 * that a build tree and an install never mix.
 */
#include "premain/variants/variants.h"
#include "premain/run/run.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char managers[] = "apt\0dnf\0pacman\0apk";
static const char orders[] = "apt install\0dnf install\0pacman -S\0apk add";

/* A program, and the packages of those four, or "". */
static const char *const sources[TOOL_COUNT] = {
	[TOOL_PREMAIN_GCC] = "premain-gcc",
	[TOOL_CC] = "gcc\0gcc libc6-dev\0gcc glibc-static\0gcc glibc\0"
		"gcc libc-dev",
	[TOOL_MUSL_GCC] = "musl-gcc\0musl-tools\0musl-gcc\0musl\0",
	[TOOL_DIET] = "diet\0dietlibc-dev\0dietlibc-devel\0\0",
	[TOOL_KLCC] = "klcc\0libklibc-dev\0\0\0",
	[TOOL_NASM] = "nasm\0nasm\0nasm\0nasm\0nasm",
	[TOOL_STRIP] = "strip\0binutils\0binutils\0binutils\0binutils",
};

static char *find_beside_premain(const char *name)
{
	const char *self = run_self(), *slash = strrchr(self, '/');
	struct text path = {0};
	char *found;

	if (!slash)
		return NULL;
	text_add(&path, self, (size_t)(slash + 1 - self));
	text_put(&path, name);
	found = path.lost ? NULL : run_find(path.bytes);
	text_free(&path);
	return found;
}

/* The first word of $CC is the program, the rest stay its arguments. */
static void find_cc(struct tools *tools)
{
	const char *cc = getenv("CC");
	struct text words = {0};
	size_t first;

	if (!cc || cc[strspn(cc, " \t")] == '\0')
		cc = sources[TOOL_CC];
	text_put(&words, cc + strspn(cc, " \t"));
	tools->cc_words = words.bytes;
	if (words.lost)
		return;
	first = strcspn(words.bytes, " \t");
	if (words.bytes[first])
		words.bytes[first++] = '\0';
	tools->paths[TOOL_CC] = run_find(words.bytes);
	memmove(words.bytes, words.bytes + first, words.length - first + 1);
}

void tools_find(struct tools *tools, const char *premain_gcc)
{
	int i;

	*tools = (struct tools){0};
	for (i = TOOL_CC + 1; i < TOOL_COUNT; i++)
		tools->paths[i] = run_find(sources[i]);
	tools->paths[TOOL_PREMAIN_GCC] = premain_gcc ?
		run_find(premain_gcc) :
		find_beside_premain(sources[TOOL_PREMAIN_GCC]);
	find_cc(tools);
}

void tools_free(struct tools *tools)
{
	int i;

	for (i = 0; i < TOOL_COUNT; i++)
		free(tools->paths[i]);
	free(tools->cc_words);
}

/* The first package manager of this machine decides on the words. */
void tool_put_missing(struct text *text, enum tool tool)
{
	const char *package;

	if (tool == TOOL_PREMAIN_GCC) {
		text_put(text, "premain-gcc is not beside premain: make");
		return;
	}
	for (size_t i = 0; i < 4; i++) {
		char *manager = run_find(nth_word(managers, i));

		free(manager);
		if (!manager)
			continue;
		package = nth_word(sources[tool], i + 1);
		if (!*package)
			break;
		text_format(text, "not installed: %s %s", nth_word(orders, i),
			    package);
		return;
	}
	text_format(text, "not installed: %s (Debian: %s)", sources[tool],
		    nth_word(sources[tool], 1));
}
