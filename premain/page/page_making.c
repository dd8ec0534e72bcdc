/*
 * premain/page/page_making.c
 *
 * What the figures are of: which commands have built the programs, which
 * tools in which versions, which machine.
 */
#include "premain/page/page.h"

#include <string.h>
#include <sys/utsname.h>

static void put_pair(struct text *text, const char *name, const char *what,
		     size_t length)
{
	text_put(text, "<dt>");
	html_put_string(text, name);
	text_put(text, "</dt><dd>");
	html_put(text, what, length);
	text_put(text, "</dd>\n");
}

static void put_commands(struct text *text,
			 const struct comparison *comparison)
{
	static const char *const heads[] = {"<variant", "<command"};

	page_open_table(text, "fits", "What has built each of them", heads, 2);
	for (size_t i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (!row->command.length)
			continue;
		text_put(text, "<tr><th scope=\"row\">");
		html_put_string(text, row->name);
		text_put(text, "</th><td class=\"left\"><code>");
		html_put(text, row->command.bytes, row->command.length);
		text_put(text, "</code></td></tr>\n");
	}
	page_close_table(text);
}

static void put_machine(struct text *text)
{
	struct utsname name;

	if (uname(&name) != 0)
		return;
	text_put(text, "<dl>\n");
	put_pair(text, "kernel", name.release, strlen(name.release));
	put_pair(text, "machine", name.machine, strlen(name.machine));
	text_put(text, "</dl>\n");
}

void page_put_making(struct text *text, const struct comparison *comparison)
{
	put_machine(text);
	put_commands(text, comparison);
}
