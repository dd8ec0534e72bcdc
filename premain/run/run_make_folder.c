/*
 * premain/run/run_make_folder.c
 *
 * A folder of our own, under $TMPDIR or /tmp. Source: mkdtemp(3).
 */
#include "premain/run/run.h"
#include "premain/text/text.h"

#include <stdlib.h>

bool run_make_folder(struct text *folder, const char **parent)
{
	*parent = getenv("TMPDIR");
	if (!*parent || !**parent)
		*parent = "/tmp";
	if (**parent != '/')		/* never an option to a tool */
		text_put(folder, "./");
	text_format(folder, "%s/premain-XXXXXX", *parent);
	if (!folder->lost && mkdtemp(folder->bytes))
		return true;
	text_free(folder);
	return false;
}
