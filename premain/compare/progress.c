/*
 * premain/compare/progress.c
 *
 * Where nobody watches, a progress line would only be noise.
 */
#include "premain/compare/progress.h"
#include "premain/text/text.h"

#include <unistd.h>

void progress_put(const char *what, size_t number, size_t count)
{
	struct text line = {0};

	if (!isatty(2))
		return;
	text_format(&line, "\r\033[K%zu/%zu ", number, count);
	text_show(&line, what);
	text_write(2, &line);
	text_free(&line);
}

void progress_end(void)
{
	if (isatty(2))
		text_print(2, "\r\033[K");
}
