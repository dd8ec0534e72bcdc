/*
 * premain/page/page_bar.c
 *
 * A bar is a list: each item is as wide as its share and says what it is,
 * also where there is no room to show it.
 */
#include "premain/page/page.h"

#include <string.h>

static void put_part(struct text *text, const struct bar_part *part,
		     const char *unit)
{
	struct text title = {0};

	html_put_string(&title, part->name);
	text_put(&title, ": ");
	put_number(&title, part->amount);
	text_format(&title, " %.*s", (int)strlen(unit) - (part->amount == 1),
		    unit);
	text_format(text, "<li class=\"%s\" style=\"--n:%llu\" title=\"",
		    part->class, part->amount);
	text_add(text, text_string(&title), title.length);
	text_put(text, "\"><span>");
	text_add(text, text_string(&title), title.length);
	text_put(text, "</span></li>");
	text_free(&title);
}

void page_put_bar(struct text *text, const struct bar *bar)
{
	html_put_between(text, "<ol class=\"bar\" aria-label=\"", bar->label,
			 "\">");
	for (size_t i = 0; i < bar->count; i++)
		if (bar->parts[i].amount)
			put_part(text, &bar->parts[i], bar->unit);
	text_put(text, "</ol>\n");
}

void page_put_scale(struct text *text, unsigned long long amount,
		    unsigned long long largest)
{
	text_format(text, "<div class=\"scale\" aria-hidden=\"true\"><i "
		    "style=\"--n:%llu;--of:%llu\"></i></div>\n", amount,
		    largest ? largest : 1);
}
