/*
 * tests/std/getopt.c - prints what getopt or getopt_long make of the arguments
 *
 *	getopt LETTERS ARGUMENTS...	getopt-long LETTERS ARGUMENTS...
 */
#define _GNU_SOURCE
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments)
{
	static int flag;
	static const struct option options[] = {
		{ "alpha", no_argument, NULL, 'A' },
		{ "beta", required_argument, NULL, 'B' },
		{ "gamma", optional_argument, NULL, 'G' },
		{ "flag", no_argument, &flag, 5 },
		{ "alphabet", no_argument, NULL, 'T' },
		{ NULL, 0, NULL, 0 }
	};
	const char *letters;
	int letter, index;
	int is_long = strstr(arguments[0], "long") != NULL;

	if (count < 2)
		return 2;
	letters = arguments[1];
	arguments[1] = arguments[0];
	arguments++;
	count--;
	arguments[0] = (char *)"name";
	for (;;) {
		index = -1;
		letter = is_long ? getopt_long(count, arguments, letters,
			options, &index) : getopt(count, arguments, letters);
		if (letter == -1)
			break;
		printf("%c", letter > 20 ? letter : '0' + letter);
		if (letter == '?' || letter == ':')
			printf(" of %d", optopt);
		if (optarg != NULL)
			printf(" (%s)", optarg);
		/* what is skipped may move now or at the end */
		printf(" %d\n", is_long ? index : optind);
	}
	printf("flag %d, rest:", flag);
	for (; optind < count; optind++)
		printf(" %s", arguments[optind]);
	printf("\n");
	return 0;
}
