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

struct tool_source {
	const char *program;
	const char *packages[4];	/* of apt, dnf, pacman, apk */
};

static const char *const managers[] = {"apt", "dnf", "pacman", "apk"};
static const char *const orders[] = {
	"apt install", "dnf install", "pacman -S", "apk add"
};

static const struct tool_source sources[TOOL_COUNT] = {
	[TOOL_PREMAIN_GCC] = {"premain-gcc", {0}},
	[TOOL_CC] = {"gcc", {"gcc libc6-dev", "gcc glibc-static",
			     "gcc glibc", "gcc libc-dev"}},
	[TOOL_MUSL_GCC] = {"musl-gcc", {"musl-tools", "musl-gcc", "musl", 0}},
	[TOOL_DIET] = {"diet", {"dietlibc-dev", "dietlibc-devel", 0, 0}},
	[TOOL_KLCC] = {"klcc", {"libklibc-dev", 0, 0, 0}},
	[TOOL_NASM] = {"nasm", {"nasm", "nasm", "nasm", "nasm"}},
	[TOOL_STRIP] = {"strip", {"binutils", "binutils", "binutils",
				  "binutils"}},
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
		cc = sources[TOOL_CC].program;
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
		tools->paths[i] = run_find(sources[i].program);
	tools->paths[TOOL_PREMAIN_GCC] = premain_gcc ?
		run_find(premain_gcc) :
		find_beside_premain(sources[TOOL_PREMAIN_GCC].program);
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
	const struct tool_source *source = &sources[tool];
	int i;

	if (tool == TOOL_PREMAIN_GCC) {
		text_put(text, "premain-gcc is not beside premain: make");
		return;
	}
	for (i = 0; i < 4; i++) {
		char *manager = run_find(managers[i]);

		free(manager);
		if (!manager)
			continue;
		if (!source->packages[i])
			break;
		text_format(text, "not installed: %s %s", orders[i],
			    source->packages[i]);
		return;
	}
	text_format(text, "not installed: %s", source->program);
	if (source->packages[0])
		text_format(text, " (Debian: %s)", source->packages[0]);
}
