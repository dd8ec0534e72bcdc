/*
 * premain/page/page_put.c
 *
 * The whole page: page.html, and what was measured where it has a $NAME.
 */
#include "premain/compare/cells.h"
#include "premain/page/page.h"

#include <string.h>

#include "premain/page/page.inc"	/* packed[], with pairs[] */

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

static void put_subject(struct text *text,
			const struct comparison *comparison)
{
	struct text heading = {0};

	put_heading(&heading, comparison);
	html_put_string(text, text_string(&heading));
	text_free(&heading);
}

static const char names[] =
	"title\0style\0heading\0table\0sizes\0start\0traces\0memory\0slots\0"
	"making";

static page_part *const parts[] = {
	put_title, page_put_style, put_subject, page_put_table,
	page_put_sizes, page_put_start, page_put_traces, page_put_memory,
	page_put_slots, page_put_making
};

/* What a name stands for; returns what is behind it. */
static const char *put_named(struct text *text, const char *at,
			     const struct comparison *comparison)
{
	const char *name = names;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t length = strlen(name);

		if (strncmp(at, name, length) == 0) {
			parts[i](text, comparison);
			return at + length;
		}
		name += length + 1;
	}
	return at;
}

void page_put(struct text *text, const struct comparison *comparison)
{
	struct text page = {0};
	const char *at;

	text_unpack(&page, packed, sizeof packed - 1, pairs);
	for (at = text_string(&page); *at;) {
		size_t length = strcspn(at, "$");

		text_add(text, at, length);
		at += length;
		if (*at)
			at = put_named(text, at + 1, comparison);
	}
	text->lost = text->lost || page.lost;
	text_free(&page);
}
