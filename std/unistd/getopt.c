/*
 * std/unistd/getopt.c - the next option letter of a command line, -1 at the
 * end
 *
 * optarg is its argument. '?' is a letter that is unknown, or lacks its
 * argument (':' then, if the letters begin with one); optopt is the letter.
 * Options end at the first argument that is none, at "-" or behind "--".
 * optind 0 begins anew. "a::": an argument only in the same word, as in GNU.
 * Source: POSIX.1-2024 getopt, getopt(3).
 */
#include <string.h>
#include <unistd.h>
#include "std/unistd/complain.h"
#include "std/unistd/option_place.h"

char *optarg;
int opterr = 1;
int optind = 1;
int optopt;
int __premain_option_place;

static void complain(char *const arguments[], const char *letters,
	const char *sentence, char letter)
{
	const char name[2] = { letter, '\0' };
	const char *parts[] = {
		arguments[0], sentence, name, "'\n", NULL
	};

	if (opterr && *letters != ':')
		__premain_complain(parts);
}

int getopt(int count, char *const arguments[], const char *letters)
{
	const char *known, *argument;
	char letter;

	if (optind == 0) {
		optind = 1;
		__premain_option_place = 0;
	}
	optarg = NULL;
	if (*letters == '+' || *letters == '-')
		letters++;
	if (__premain_option_place == 0) {
		if (optind >= count || arguments[optind] == NULL
		    || arguments[optind][0] != '-'
		    || arguments[optind][1] == '\0')
			return -1;
		if (strcmp(arguments[optind], "--") == 0) {
			optind++;
			return -1;
		}
		__premain_option_place = 1;
	}

	argument = arguments[optind] + __premain_option_place;
	letter = *argument++;
	__premain_option_place++;
	if (*argument == '\0') {
		optind++;
		__premain_option_place = 0;
	}
	known = letter != ':' ? strchr(letters, letter) : NULL;
	optopt = (unsigned char)letter;
	if (known == NULL) {
		complain(arguments, letters, ": invalid option -- '", letter);
		return '?';
	}
	if (known[1] != ':')
		return optopt;
	if (*argument != '\0') {
		optarg = (char *)argument;
		optind++;
		__premain_option_place = 0;
		return optopt;
	}
	if (known[2] == ':')
		return optopt;
	if (optind >= count) {
		complain(arguments, letters,
			": option requires an argument -- '", letter);
		return *letters == ':' ? ':' : '?';
	}
	optarg = arguments[optind++];
	return optopt;
}
