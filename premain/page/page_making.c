/*
 * premain/page/page_making.c
 *
 * What the figures are of: on which machine, with which tools, and by
 * which commands the programs were built.
 */
#include "premain/page/page.h"

#include <errno.h>
#include <string.h>
#include <sys/utsname.h>

enum { VERSION_LIMIT = 2000 };	/* ms */

/* A name and the first line of what is known of it. */
static void put_fact(struct text *text, const char *name, const char *what)
{
	html_put_between(text, "<dt>", name, "</dt><dd>");
	html_put(text, what, strcspn(what, "\n"));
	text_put(text, "</dd>\n");
}

/* What stands behind a key in a file. */
static void put_from(struct text *text, const char *name, const char *path,
		     const char *key)
{
	struct text file = {0};
	const char *at;

	read_whole(&file, path);
	at = strstr(text_string(&file), key);
	if (at)
		put_fact(text, name, at + strlen(key));
	text_free(&file);
}

static void put_tool(struct text *text, const char *path)
{
	struct capture output = {0}, errors = {0};
	char *words[] = {(char *)path, (char *)"--version", NULL};
	struct outcome outcome;

	if (!path)
		return;
	outcome = run_command(&(struct command){
		.arguments = words, .limit = VERSION_LIMIT,
		.output = &output, .errors = &errors});
	if (outcome.ending == END_EXIT && outcome.value == 0 && output.length &&
	    output.length < RUN_KEPT) {
		output.kept[output.length] = '\0';
		put_fact(text, path, output.kept);
	} else {
		put_fact(text, path, "says no version");
	}
	capture_free(&output);
	capture_free(&errors);
}

static void put_commands(struct text *text,
			 const struct comparison *comparison)
{
	bool open = false;

	for (size_t i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (!row->command.length)
			continue;
		if (!open)
			page_open_table(text, "fits", "What has built each of "
					"them", "<variant\0<command\0");
		open = true;
		text_put(text, "<tr><th scope=\"row\">");
		page_put_name(text, row, "</th><td class=\"left\"><code>");
		html_put_between(text, "", row->command.bytes,
				 "</code></td></tr>\n");
	}
	if (open)
		page_close_table(text);
}

void page_put_making(struct text *text, const struct comparison *comparison)
{
	struct utsname name;

	put_from(text, "processor", "/proc/cpuinfo", "model name\t: ");
	put_from(text, "system", "/etc/os-release", "PRETTY_NAME=");
	if (uname(&name) == 0)
		put_fact(text, "kernel", name.release);
	put_tool(text, comparison->tracer.program);
	for (int i = 0; i < TOOL_COUNT; i++)
		put_tool(text, comparison->tools.paths[i]);
	text_put(text, "</dl>\n");
	put_commands(text, comparison);
}
