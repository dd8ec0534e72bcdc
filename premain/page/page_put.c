/*
 * premain/page/page_put.c
 *
 * The page's frame: head, contents, and one section after the other.
 */
#include "premain/compare/cells.h"
#include "premain/page/page.h"

#include <string.h>

#include "premain/page/style.inc"	/* packed[], with pairs[] */

static const struct section {
	const char *id, *title;
	page_section *put;
} sections[] = {
	{"table", "Side by side", page_put_table},
	{"sizes", "Who owns each byte", page_put_sizes},
	{"start", "The start, phase by phase", page_put_start},
	{"traces", "What each system call is for", page_put_traces},
	{"memory", "Memory before main", page_put_memory},
	{"slots", "The GOT, before and after", page_put_slots},
	{"making", "How this was made", page_put_making},
};

enum { SECTIONS = sizeof sections / sizeof sections[0] };

/* The files' names as a heading has them: what is behind the last slash. */
static void put_title(struct text *text, const struct comparison *comparison)
{
	const struct options *options = &comparison->options;

	for (size_t i = 0; i < options->file_count; i++) {
		const char *slash = strrchr(options->files[i], '/');

		text_put(text, i ? ", " : "");
		html_put_string(text, slash && slash[1] ? slash + 1 :
							  options->files[i]);
	}
}

static void put_head(struct text *text, const struct comparison *comparison)
{
	text_put(text, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
		 "<meta charset=\"utf-8\">\n"
		 "<meta name=\"viewport\" content=\"width=device-width, "
		 "initial-scale=1\">\n"
		 "<meta name=\"color-scheme\" content=\"light dark\">\n"
		 "<title>");
	put_title(text, comparison);
	text_put(text, " - premain compare</title>\n<style>\n");
	text_unpack(text, packed, sizeof packed - 1, pairs);
	text_put(text, "</style>\n</head>\n<body>\n"
		 "<a class=\"skip\" href=\"#table\">To the figures</a>\n"
		 "<header>\n<h1>");
	put_title(text, comparison);
	text_put(text, "</h1>\n<p class=\"soft\">What runs before "
		 "<code>main</code>, and after it, in every way that this "
		 "machine could build the program.<br>\n");
}

static void put_contents(struct text *text)
{
	text_put(text, "<nav aria-label=\"Contents\"><ul>\n");
	for (size_t i = 0; i < SECTIONS; i++)
		text_format(text, "<li><a href=\"#%s\">%s</a></li>\n",
			    sections[i].id, sections[i].title);
	text_put(text, "</ul></nav>\n</header>\n<main>\n");
}

void page_put(struct text *text, const struct comparison *comparison)
{
	struct text heading = {0};

	put_heading(&heading, comparison);
	put_head(text, comparison);
	html_put_between(text, "", text_string(&heading), ".</p>\n");
	text_free(&heading);
	put_contents(text);
	for (size_t i = 0; i < SECTIONS; i++) {
		const struct section *section = &sections[i];

		text_format(text, "<section id=\"%s\" aria-labelledby=\""
			    "%s-title\">\n<h2 id=\"%s-title\">%s</h2>\n",
			    section->id, section->id, section->id,
			    section->title);
		section->put(text, comparison);
		text_put(text, "</section>\n");
	}
	text_put(text, "</main>\n<footer>Everything on this page was measured "
		 "in the run that wrote it.</footer>\n</body>\n</html>\n");
}
