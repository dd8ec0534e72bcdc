/*
 * premain/compare/options.c
 *
 * The command line of compare. A value follows its option behind `=` or as
 * the next word; what follows `--` belongs to the programs.
 */
#include "premain/compare/compare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int refuse(const char *what, const char *word)
{
	struct text visible = {0};

	text_put_visible(&visible, word, strlen(word));
	fprintf(stderr, "premain: compare: %s: %s "
		"(premain compare --help lists the options)\n",
		what, text_string(&visible));
	text_free(&visible);
	return 2;
}

/* The value of `--name=value` or `--name value`; NULL for another option,
 * and word[0] left at the last word that was used. */
static const char *take_value(char ***word, const char *name)
{
	size_t length = strlen(name);
	const char *rest = **word + length;

	if (strncmp(**word, name, length) != 0)
		return NULL;
	if (*rest == '=')
		return rest + 1;
	if (*rest == '\0' && (*word)[1]) {
		++*word;
		return **word;
	}
	return NULL;
}

static int set_timeout(struct options *options, const char *value)
{
	char *end;
	long seconds = strtol(value, &end, 10);

	if (*value < '0' || *value > '9' || *end || seconds < 1 ||
	    seconds > 86400)
		return refuse("--timeout takes 1 to 86400 seconds", value);
	options->timeout = (int)seconds;
	return 0;
}

/* A number of at most so many digits; 0 is none. */
static int set_number(unsigned long long *number, const char *value,
		      size_t digits, const char *wrong)
{
	char *end;

	*number = strtoull(value, &end, 10);
	if (*value < '0' || *value > '9' || *end || strlen(value) > digits)
		return refuse(wrong, value);
	return 0;
}

static int set_rounds(struct options *options, const char *value)
{
	unsigned long long rounds;
	int status = set_number(&rounds, value, 5,
				"--rounds takes a number of at most 5 digits");

	options->rounds = (unsigned int)rounds;
	return status;
}

static int set_format(struct options *options, const char *value)
{
	static const char *const names[] = {
		[FORMAT_TABLE] = "table", [FORMAT_MARKDOWN] = "markdown",
		[FORMAT_CSV] = "csv", [FORMAT_JSON] = "json"
	};
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(value, names[i]) == 0) {
			options->format = (enum format)i;
			return 0;
		}
	return refuse("--format takes table, markdown, csv or json", value);
}

static int take_option(struct options *options, char ***word)
{
	const char *given = **word;
	const char *value;

	if (strcmp(given, "--help") == 0 || strcmp(given, "-h") == 0)
		options->help = true;
	else if (strcmp(given, "--verbose") == 0)
		options->verbose = true;
	else if ((value = take_value(word, "--timeout")))
		return set_timeout(options, value);
	else if ((value = take_value(word, "--steps")))
		return set_number(&options->steps, value, 12, "--steps takes "
				  "a number of at most 12 digits");
	else if ((value = take_value(word, "--rounds")))
		return set_rounds(options, value);
	else if ((value = take_value(word, "--format")))
		return set_format(options, value);
	else if ((value = take_value(word, "--pair")))
		options->pair = value;
	else if ((value = take_value(word, "--html")))
		options->page = value;
	else if ((value = take_value(word, "--premain-gcc")))
		options->premain_gcc = value;
	else
		return refuse("unknown option, or one without its value",
			      given);
	return 0;
}

int options_read(struct options *options, char **words)
{
	static char *no_arguments[] = {NULL};
	int status = 0;

	options->timeout = 10;
	options->steps = 1000000;
	options->rounds = 200;
	options->files = words;		/* the files are gathered in front */
	options->arguments = no_arguments;
	for (; *words && status == 0; words++) {
		if (strcmp(*words, "--") == 0) {
			options->arguments = words + 1;
			break;
		}
		if (**words == '-' && (*words)[1])
			status = take_option(options, &words);
		else
			options->files[options->file_count++] = *words;
	}
	return status;
}
