/*
 * premain/variants/variant_build.c
 *
 * From a variant to its command: the tool, the same -O2 for all, the flags
 * of the kind, the file. No shell reads these words.
 */
#include "premain/variants/variants.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { WORDS = 64 };

/* A command in the making; what does not fit is an error, not a loss. */
struct words {
	char *list[WORDS];
	size_t count;
	bool full;
};

static void add(struct words *words, const char *word)
{
	if (words->count == WORDS - 1)
		words->full = true;
	else
		words->list[words->count++] = (char *)word;
}

/* Words between blanks, cut apart in place. */
static void add_split(struct words *words, char *line, size_t length)
{
	char *end = line + length;

	while (line < end) {
		size_t word = strcspn(line, " \t");

		line[word] = '\0';
		if (word)
			add(words, line);
		line += word + 1;
	}
}

/* A source that starts with - or @ would be an option to a compiler. */
static void put_source(struct text *path, const char *source)
{
	if (*source == '-' || *source == '@')
		text_put(path, "./");
	text_put(path, source);
}

/* The floor: an ELF file written by hand, so neither compiler nor linker. */
static enum built build_floor(const struct build *build,
			      const struct tools *tools, struct text *line,
			      struct text *note)
{
	char *words[] = {tools->paths[TOOL_NASM], "-f", "bin", "-o",
		(char *)build->output, (char *)build->source, NULL};
	enum built built = build_step(build, words, line, note);

	if (built == BUILT && chmod(build->output, 0700) != 0) {
		text_put(note, strerror(errno));
		return BUILT_FAILED;
	}
	return built;
}

/* A C library without its static half, or without what a compiler needs of
 * it, is a missing package, not an error in the program. */
static bool lacks_library(const struct text *note)
{
	const char *sign = "cannot find -lc\0" "cannot find crt1.o\0"
		"cannot find rcrt1.o\0" "cannot find Scrt1.o\0"
		"fatal error: stdio.h:\0" "fatal error: stdlib.h:\0"
		"fatal error: string.h:\0" "fatal error: unistd.h:\0";

	for (; *sign; sign += strlen(sign) + 1)
		if (strstr(text_string(note), sign))
			return true;
	return false;
}

/* premain-gcc says itself which of its own tools is missing, and who has it;
 * that sentence is left in the note. */
static bool lacks_tool(struct text *note)
{
	struct text kept = {0};
	const char *sentence = strstr(text_string(note), "premain-");

	if (!sentence || !strstr(sentence, " is not there: "))
		return false;
	text_put(&kept, sentence);
	text_free(note);
	*note = kept;
	return true;
}

/* The words that all variants in C begin with: tool, -O2, kind. */
static void begin(struct words *words, const struct variant *variant,
		  const struct tools *tools, struct text *front)
{
	add(words, tools->paths[variant->tool]);
	if (variant->tool == TOOL_DIET)
		text_put(front, "gcc");
	if (variant->tool == TOOL_CC)
		text_put(front, tools->cc_words);
	text_format(front, " -O2 %s", nth_word(variant->name, 1));
	if (!front->lost)
		add_split(words, front->bytes, front->length);
}

/* klcc would write, and then remove, FILE.o beside FILE.c: it is given an
 * object of ours in between. The others keep theirs in TMPDIR. */
static enum built build_in_c(const struct build *build,
			     const struct tools *tools, struct text *line,
			     struct text *note)
{
	struct words words = {0}, compile = {0};
	struct text source = {0}, object = {0}, front = {0};
	bool apart = build->variant->tool == TOOL_KLCC;
	enum built built = BUILT;

	put_source(&source, build->source);
	text_format(&object, "%s/object.o", build->folder);
	begin(&words, build->variant, tools, &front);
	compile = words;
	add(&compile, "-c");
	add(&compile, "-o");
	add(&compile, object.bytes);
	add(&compile, source.bytes);
	add(&words, "-o");
	add(&words, build->output);
	add(&words, apart ? object.bytes : source.bytes);
	if (compile.full || source.lost || object.lost || front.lost) {
		text_put(note, "the command is too long");
		built = BUILT_FAILED;
	}
	if (built == BUILT && apart)
		built = build_step(build, compile.list, line, note);
	if (built == BUILT)
		built = build_step(build, words.list, line, note);
	text_free(&source);
	text_free(&object);
	text_free(&front);
	return built;
}

enum built variant_build(const struct build *build, const struct tools *tools,
			 struct text *line, struct text *note)
{
	enum tool tool = build->variant->tool;
	enum built built;

	if (!tools->paths[tool]) {
		tool_put_missing(note, tool);
		return BUILT_MISSING;
	}
	if (tool == TOOL_NASM)
		return build_floor(build, tools, line, note);
	built = build_in_c(build, tools, line, note);
	if (built == BUILT_FAILED && tool == TOOL_PREMAIN_GCC
	    && lacks_tool(note))
		return BUILT_MISSING;
	if (built == BUILT_FAILED && tool == TOOL_CC && lacks_library(note)) {
		text_free(note);
		tool_put_missing(note, tool);
		return BUILT_MISSING;
	}
	return built;
}
