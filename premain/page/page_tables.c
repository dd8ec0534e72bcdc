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
	html_put_between(text, "", caption, "</caption>\n<thead><tr>");
	for (; *heads; heads += strlen(heads) + 1) {
		bool left = *heads == '<';

		text_format(text, "<th scope=\"col\"%s>",
			    left ? " class=\"left\"" : "");
		html_put_between(text, "", heads + left, "</th>");
	}
	text_put(text, "</tr></thead>\n<tbody>\n");
}

void page_close_table(struct text *text)
{
	text_put(text, "</tbody>\n</table>\n");
}

void page_put_name(struct text *text, const struct row *row,
		   const char *after)
{
	if (row->among_files)
		html_put_between(text, "", row->source, ": ");
	html_put_between(text, "", row->name, after);
}

void page_open_row(struct text *text, const struct row *row, bool open)
{
	text_format(text, "<details%s><summary>", open ? " open" : "");
	page_put_name(text, row, "</summary>\n");
}

void page_open_line(struct text *text, const char *name)
{
	html_put_between(text, "<tr><th scope=\"row\">", name, "</th>");
}

void page_put_unknown(struct text *text, const struct row *row,
		      const char *why)
{
	text_put(text, "<p class=\"soft\">");
	page_put_name(text, row, ": not known: ");
	html_put_between(text, "", why, ".</p>\n");
}
