/*
 * premain/words/refuse_word.c
 *
 * One line that names the word it is about; nothing in the word commands the
 * terminal.
 */
#include "premain/words/words.h"
#include "premain/text/text.h"

#include <errno.h>
#include <string.h>

int refuse_word(const char *subcommand, const char *word, const char *what)
{
	struct text visible = {0};

	if (!what)
		what = strerror(errno);
	text_show(&visible, word);
	text_print(2, "premain: %s: %s: %s\n", subcommand,
		   text_string(&visible), what);
	text_free(&visible);
	return 2;
}
