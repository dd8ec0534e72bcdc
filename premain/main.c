/*
 * premain/main.c
 *
 * The premain command: one subcommand a file. It runs on Premain's own
 * runtime and is the first program that does.
 */
#include "premain/subcommands.h"
#include "premain/text/text.h"
#include "premain/words/words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char names[] = "compare\0contract\0cost\0diff\0explain\0ldd\0"
	"steps\0trace\0where";

static int (*const subcommands[])(char **words) = {
	premain_compare, premain_contract, premain_cost, premain_diff,
	premain_explain, premain_ldd, premain_steps, premain_trace,
	premain_where
};

enum { SUBCOMMANDS = sizeof subcommands / sizeof subcommands[0] };

/* packed[], with pairs[]: what help/NAME.txt has for each of them, and at the
 * end help/premain.txt. */
#include "premain/help.inc"

static const char *help_of(size_t number)
{
	static struct text all;

	if (!all.length)
		text_unpack(&all, packed, sizeof packed - 1, pairs);
	return all.lost ? "usage: no memory\n" : nth_word(all.bytes, number);
}

static int print(const char *string)
{
	if (fputs(string, stdout) >= 0)
		return 0;
	text_print(2, "premain: standard output: %s\n", strerror(errno));
	return 1;
}

/* A file that is opened must not become standard output by its number: what
 * is closed of 0 to 2 is opened in a way that nobody can write to. */
static void open_standard(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDONLY);
	while (fd >= 0 && fd <= 2);
	if (fd > 2)
		close(fd);
}

/* The first line of each subcommand's own help, and what it is for. */
static void put_help(struct text *text)
{
	for (size_t i = 0; i < SUBCOMMANDS; i++) {
		const char *usage = help_of(i) + strlen("usage:");

		text_put(text, i ? "      " : "usage:");
		text_add(text, usage, strcspn(usage, "\n") + 1);
	}
	text_put(text, help_of(SUBCOMMANDS));
}

static bool is_help(const char *word)
{
	return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* Help is asked for among the options that come first. */
static int run(size_t number, char **words)
{
	char **word;

	for (word = words; *word && is_option(*word); word++)
		if (is_help(*word))
			return print(help_of(number));
	return subcommands[number](words);
}

int main(int argc, char **argv)
{
	struct text text = {0};

	if (argc < 2) {
		put_help(&text);
		text_write(2, &text);
		return 2;
	}
	if (strcmp(argv[1], "--version") == 0)
		return print("premain 0.1\n");
	if (is_help(argv[1])) {
		put_help(&text);
		return print(text_string(&text));
	}
	open_standard();
	for (size_t i = 0; i < SUBCOMMANDS; i++)
		if (strcmp(argv[1], nth_word(names, i)) == 0)
			return run(i, argv + 2);
	return refuse_word("no such subcommand", argv[1],
			   "premain --help lists them");
}
