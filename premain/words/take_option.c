/*
 * premain/words/take_option.c
 *
 * One option and its value, by the string that lists what a subcommand takes.
 */
#include "premain/text/text.h"
#include "premain/words/words.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* What the option takes: "=..." or "" of the list; NULL where it is not. */
static const char *find(const char *takes, const char *word, size_t *number)
{
	size_t length;

	for (; *takes; takes += strlen(takes) + 1, ++*number) {
		length = strcspn(takes, "=");
		if (strncmp(word, takes, length) == 0 &&
		    (word[length] == '=' || !word[length]))
			return takes + length;
	}
	return NULL;
}

static bool read_choice(struct value *value, const char *choices)
{
	size_t length = strlen(value->word);

	for (value->number = 0;; value->number++, choices++) {
		if (strcspn(choices, "|") == length &&
		    memcmp(choices, value->word, length) == 0)
			return true;
		choices += strcspn(choices, "|");
		if (!*choices)
			return false;
	}
}

static bool read_number(struct value *value, const char *range)
{
	char *end;
	uint64_t low = strtoull(range, &end, 10);
	uint64_t high = end[2] ? strtoull(end + 2, NULL, 10) : UINT64_MAX;

	errno = 0;
	value->number = strtoull(value->word, &end, 10);
	return *value->word >= '0' && *value->word <= '9' && !*end && !errno &&
	       value->number >= low && value->number <= high;
}

static bool read_value(struct value *value, const char *takes)
{
	if (strchr(takes, '|'))
		return read_choice(value, takes);
	return !strstr(takes, "..") || read_number(value, takes);
}

static int refuse(const char *subcommand, const char *word, const char *format,
		  const char *what)
{
	struct text why = {0};

	text_format(&why, format, what);
	refuse_word(subcommand, word, text_string(&why));
	text_free(&why);
	return 2;
}

int take_option(const char *subcommand, const char *takes,
		struct value *values, char ***words)
{
	const char *word = *(*words)++;
	const char *is = strchr(word, '=');
	size_t number = 0;

	takes = find(takes, word, &number);
	if (!takes)
		return refuse(subcommand, word, "no such option (premain %s "
			      "--help lists them)", subcommand);
	if (!*takes) {
		values[number].number = 1;
		return is ? refuse(subcommand, word, "takes no value", "") : 0;
	}
	values[number].word = is ? is + 1 : **words;
	if (!is && **words)
		++*words;
	takes++;
	if (values[number].word && read_value(&values[number], takes))
		return 0;
	return refuse(subcommand, word, strstr(takes, "..") ?
		      "takes a number, %s" : "takes %s", takes);
}
