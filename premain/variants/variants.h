/*
 * premain/variants/variants.h
 *
 * The variants a program is built in: for each the tool that builds it, how,
 * and where to get the tool. A new variant is a new line in variants.c.
 */
#ifndef PREMAIN_VARIANTS_H
#define PREMAIN_VARIANTS_H

#include "premain/elf/facts.h"
#include "premain/text/text.h"

enum tool {
	TOOL_PREMAIN_GCC,
	TOOL_CC,		/* $CC, or gcc: the C library of this system */
	TOOL_MUSL_GCC,
	TOOL_DIET,
	TOOL_KLCC,
	TOOL_NASM,
	TOOL_STRIP,
	TOOL_COUNT
};

struct variant {
	const char *name;	/* behind it, its flags: words between blanks */
	unsigned char tool;
	unsigned char wanted;	/* an elf_kind */
};

extern const struct variant variants[];
extern const size_t variant_count;

/* The paths of the tools, NULL where one is missing. */
struct tools {
	char *paths[TOOL_COUNT];
	char *cc_words;		/* $CC may have flags behind its name */
};

void tools_find(struct tools *tools, const char *premain_gcc);
void tools_free(struct tools *tools);

/* "not installed: apt install musl-tools" */
void tool_put_missing(struct text *text, enum tool tool);

enum built { BUILT, BUILT_MISSING, BUILT_FAILED };

struct build {
	const struct variant *variant;
	const char *source;	/* FILE.c; the floor's own .asm for asm */
	const char *output;
	const char *folder;	/* for what the compilers leave lying about */
	const char *example;	/* the folder of the examples */
	long long limit;	/* milliseconds */
};

/* Builds one. `line` becomes the command, `note` what went wrong. */
enum built variant_build(const struct build *build, const struct tools *tools,
			 struct text *line, struct text *note);

/* Inside the room. */
void put_first_error(struct text *text, const char *bytes, size_t length);
enum built build_step(const struct build *build, char *const *arguments,
		      struct text *line, struct text *note);

#endif
