/*
 * premain/page/page_memory.c
 *
 * What is in each program's memory just before main begins.
 */
#include "premain/page/page.h"

#include <string.h>

static void put_range(struct text *text, const struct live_range *range)
{
	text_format(text, "<tr><th scope=\"row\"><code>%llx-%llx</code></th>",
		    (unsigned long long)range->start,
		    (unsigned long long)range->end);
	text_put(text, "<td data-head=\"bytes\">");
	put_number(text, range->end - range->start);
	text_format(text, "</td><td class=\"left\" data-head=\"rights\">"
		    "<code>%s</code></td><td class=\"left wide\">",
		    range->rights);
	html_put_between(text, "", text_string(&range->owner),
			 "</td></tr>\n");
}

static void put_caption(struct text *caption, const struct live *live)
{
	static const char stops[] = "not stopped\0"
		"stopped at AT_ENTRY, its own first instruction, for \0"
		"stopped at main, by its symbol\0"
		"stopped at main, by the start's code, for there is no symbol";
	unsigned long long all = 0;

	for (size_t i = 0; i < live->range_count; i++)
		all += live->ranges[i].end - live->ranges[i].start;
	text_format(caption, "%zu ranges, ", live->range_count);
	put_number(caption, all);
	text_format(caption, " bytes of addresses; %s%s",
		    nth_word(stops, live->stop),
		    live->no_main ? live->no_main : "");
}

static void put_ranges(struct text *text, const struct live *live)
{
	struct text caption = {0};

	put_caption(&caption, live);
	page_open_table(text, "cards fits half", text_string(&caption),
			"<addresses\0bytes\0<rights\0<whose\0");
	text_free(&caption);
	for (size_t i = 0; i < live->range_count; i++)
		put_range(text, &live->ranges[i]);
	page_close_table(text);
}

void page_put_memory(struct text *text, const struct comparison *comparison)
{
	struct pair pair = pair_choose(comparison);

	for (size_t i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (!row->live)
			continue;
		page_open_row(text, row, row == pair.left ||
					 row == pair.right);
		if (row->live->range_count)
			put_ranges(text, row->live);
		if (row->live->wrong)
			page_put_unknown(text, row, row->live->wrong);
		text_put(text, "</details>\n");
	}
}
