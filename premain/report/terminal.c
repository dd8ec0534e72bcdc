/*
 * premain/report/terminal.c
 *
 * How wide the reader's window is, and whether it shows more than ASCII.
 * Source: POSIX 8.3 (COLUMNS), ioctl_tty(2) (TIOCGWINSZ), locale(7).
 */
#include "premain/report/report.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

enum { NARROWEST = 20, USUAL = 80, WIDEST = 10000 };

static size_t look_for_width(void)
{
	const char *columns = getenv("COLUMNS");
	struct winsize window;
	char *end;

	if (columns && *columns >= '0' && *columns <= '9') {
		unsigned long width = strtoul(columns, &end, 10);

		if (*end == '\0' && width > 0 && width <= WIDEST)
			return width;
	}
	if (ioctl(1, TIOCGWINSZ, &window) == 0 && window.ws_col > 0)
		return window.ws_col;
	return USUAL;
}

/* The first of these that is set decides. */
static bool look_for_utf8(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return strstr(value, "UTF-8") ||
			       strstr(value, "utf8") || strstr(value, "utf-8");
	}
	return false;
}

void terminal_look(struct terminal *terminal)
{
	terminal->width = look_for_width();
	if (terminal->width < NARROWEST)
		terminal->width = NARROWEST;
	terminal->utf8 = look_for_utf8();
}

const char *terminal_ellipsis(const struct terminal *terminal)
{
	return terminal->utf8 ? "\xe2\x80\xa6" : "...";
}

size_t terminal_ellipsis_width(const struct terminal *terminal)
{
	return terminal->utf8 ? 1 : 3;
}

const char *terminal_rule(const struct terminal *terminal)
{
	return terminal->utf8 ? "\xe2\x94\x80" : "-";
}

const char *terminal_bar(const struct terminal *terminal)
{
	return terminal->utf8 ? "\xe2\x94\x82" : "|";
}

const char *terminal_cross(const struct terminal *terminal)
{
	return terminal->utf8 ? "\xe2\x94\xbc" : "+";
}
