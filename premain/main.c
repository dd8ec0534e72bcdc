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

struct subcommand {
	const char *name;
	int (*run)(char **words);
	const char *help;
};

static const struct subcommand subcommands[] = {
	{"compare", premain_compare, premain_compare_help},
	{"contract", premain_contract, premain_contract_help},
	{"cost", premain_cost, premain_cost_help},
	{"diff", premain_diff, premain_diff_help},
	{"explain", premain_explain, premain_explain_help},
	{"ldd", premain_ldd, premain_ldd_help},
	{"steps", premain_steps, premain_steps_help},
	{"trace", premain_trace, premain_trace_help},
	{"where", premain_where, premain_where_help},
};

static const char help[] =
"       premain --help | --version\n"
"\n"
"compare   builds one C program in every variant this machine can build, and\n"
"          shows their size, start and system calls side by side\n"
"contract  holds a program's system calls against a file\n"
"cost      shows who owns each byte of an ELF file, or of a run's memory\n"
"diff      shows what one trace has that another has not, and why\n"
"explain   gives each line of a trace its phase and its reason\n"
"ldd       lists the libraries that a program would be loaded with\n"
"steps     shows who executes how many instructions of a program's run\n"
"trace     shows the system calls of a program's run, without strace\n"
"where     says which object owns an address at a line of a trace\n"
"\n"
"premain SUBCOMMAND --help says more.\n";

enum { SUBCOMMANDS = sizeof subcommands / sizeof subcommands[0] };

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
		const char *usage = subcommands[i].help + strlen("usage:");

		text_put(text, i ? "      " : "usage:");
		text_add(text, usage, strcspn(usage, "\n") + 1);
	}
	text_put(text, help);
}

static bool is_help(const char *word)
{
	return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* Help is asked for among the options that come first. */
static int run(const struct subcommand *subcommand, char **words)
{
	char **word;

	for (word = words; *word && is_option(*word); word++)
		if (is_help(*word))
			return print(subcommand->help);
	return subcommand->run(words);
}

static int refuse(const char *word)
{
	struct text visible = {0};

	text_put_visible(&visible, word, strlen(word));
	text_print(2, "premain: %s: no such subcommand "
		"(premain --help lists them)\n", text_string(&visible));
	text_free(&visible);
	return 2;
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
		if (strcmp(argv[1], subcommands[i].name) == 0)
			return run(&subcommands[i], argv + 2);
	return refuse(argv[1]);
}
