/*
 * premain/page/page_tables.c
 *
 * The plain tables: a caption, a row of heads.
 */
#include "premain/page/page.h"

#include <string.h>

void page_open_table(struct text *text, const char *class,
		     const char *caption, const char *heads)
{
	text_format(text, "<table class=\"%s\">\n<caption>", class);
	html_put_string(text, caption);
	text_put(text, "</caption>\n<thead><tr>");
	for (; *heads; heads += strlen(heads) + 1) {
		bool left = *heads == '<';

		text_format(text, "<th scope=\"col\"%s>",
			    left ? " class=\"left\"" : "");
		html_put_string(text, heads + left);
		text_put(text, "</th>");
	}
	text_put(text, "</tr></thead>\n<tbody>\n");
}

void page_close_table(struct text *text)
{
	text_put(text, "</tbody>\n</table>\n");
}

void page_open_row(struct text *text, const struct row *row, bool open)
{
	text_format(text, "<details%s><summary>", open ? " open" : "");
	html_put_string(text, row->name);
	text_put(text, "</summary>\n");
}

void page_open_line(struct text *text, const char *name)
{
	text_put(text, "<tr><th scope=\"row\">");
	html_put_string(text, name);
	text_put(text, "</th>");
}

void page_put_unknown(struct text *text, const struct row *row,
		      const char *why)
{
	text_put(text, "<p class=\"soft\">");
	html_put_string(text, row->name);
	text_put(text, ": not known: ");
	html_put_string(text, why);
	text_put(text, ".</p>\n");
}
