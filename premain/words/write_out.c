/*
 * premain/words/write_out.c
 *
 * What a subcommand has to say goes to its end, or a line says why not.
 */
#include "premain/words/words.h"

bool write_out(const char *subcommand, const char *path, struct text *text)
{
	bool written = path ? text_save(path, text) == 0 :
			      text_write(1, text) == 0;

	if (!written)
		refuse_word(subcommand, path ? path : "standard output", NULL);
	text_free(text);
	return written;
}
