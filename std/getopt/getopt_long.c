/*
 * std/getopt/getopt_long.c - getopt that also knows --name, --name=value and
 * any beginning of a name that is clear
 *
 * What is no option is skipped, and moved behind the options, unless the
 * letters begin with + or POSIXLY_CORRECT is set; with - it is given back as
 * option 1. A long option gives its `val`, or stores it in *flag and gives 0.
 * Source: getopt_long(3).
 */
#include <getopt.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include "std/unistd/complain.h"
#include "std/unistd/option_place.h"

static int is_option(const char *argument)
{
	return argument[0] == '-' && argument[1] != '\0';
}

static void complain(char *const arguments[], const char *letters,
	const char *sentence, const char *name, const char *end)
{
	const char *parts[] = {
		arguments[0], sentence, name, end, NULL
	};

	if (opterr && *letters != ':')
		__premain_complain(parts);
}

/* The option that a name means: its index, -1 for none, -2 for several. */
static int find(const struct option *options, const char *name, size_t size)
{
	int found = -1;

	for (int n = 0; options[n].name != NULL; n++) {
		if (strncmp(options[n].name, name, size) != 0)
			continue;
		if (options[n].name[size] == '\0')
			return n;
		if (found == -1)
			found = n;
		else if (options[n].has_arg != options[found].has_arg
			 || options[n].flag != options[found].flag
			 || options[n].val != options[found].val)
			found = -2;
	}
	return found;
}

/* arguments[optind] is --name or --name=value. */
static int long_option(int count, char *const arguments[],
	const char *letters, const struct option *options, int *index)
{
	char *name = arguments[optind++] + 2;
	size_t size = strcspn(name, "=");
	const struct option *option;
	int found = find(options, name, size);

	optarg = NULL;
	optopt = 0;
	if (found < 0) {
		complain(arguments, letters, found == -1
			? ": unrecognized option '--" : ": option '--", name,
			found == -1 ? "'\n" : "' is ambiguous\n");
		return '?';
	}
	option = &options[found];
	if (name[size] == '=') {
		if (option->has_arg == no_argument) {
			optopt = option->flag == NULL ? option->val : 0;
			complain(arguments, letters, ": option '--",
				option->name, "' doesn't allow an argument\n");
			return '?';
		}
		optarg = name + size + 1;
	} else if (option->has_arg == required_argument) {
		if (optind >= count) {
			optopt = option->flag == NULL ? option->val : 0;
			complain(arguments, letters, ": option '--",
				option->name, "' requires an argument\n");
			return *letters == ':' ? ':' : '?';
		}
		optarg = arguments[optind++];
	}
	if (index != NULL)
		*index = found;
	if (option->flag == NULL)
		return option->val;
	*option->flag = option->val;
	return 0;
}

/* Moves arguments[from] to arguments[to], which lies before it. */
static void move(char **arguments, int from, int to)
{
	char *moved = arguments[from];

	for (int n = from; n > to; n--)
		arguments[n] = arguments[n - 1];
	arguments[to] = moved;
}

int getopt_long(int count, char *const arguments[], const char *letters,
	const struct option *options, int *index)
{
	char order = *letters;
	int skipped, first, result;

	if (order == '+' || order == '-')
		letters++;
	else if (getenv("POSIXLY_CORRECT") != NULL)
		order = '+';
	if (optind == 0) {
		optind = 1;
		__premain_option_place = 0;
	}
	skipped = first = optind;
	if (order == '-' && first < count && !is_option(arguments[first])) {
		optarg = arguments[optind++];
		return 1;
	}
	if (order != '+')
		while (first < count && !is_option(arguments[first]))
			first++;
	if (first >= count) {
		optarg = NULL;
		return -1;
	}
	optind = first;
	if (__premain_option_place == 0
	    && strncmp(arguments[first], "--", 2) == 0
	    && arguments[first][2] != '\0')
		result = long_option(count, arguments, letters, options,
			index);
	else
		result = getopt(count, arguments, letters);

	/*
	 * What was skipped moves behind the words that have been read. Inside
	 * a cluster such as -abc there are none yet: the next call skips again.
	 */
	if (first > skipped) {
		for (int n = first; n < optind; n++)
			move((char **)arguments, n, skipped + n - first);
		optind -= first - skipped;
	}
	return result;
}
