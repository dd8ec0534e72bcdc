/*
 * premain/contract/contract_record.c
 *
 * A run as a contract that the next run will keep: what each run has anew, its
 * addresses above all, becomes *.
 */
#include "premain/contract/contract.h"

#include <stdlib.h>
#include <string.h>

static void put_line(struct text *text, const char *line)
{
	while (*line) {
		size_t length;

		if (strncmp(line, "0x", 2) != 0) {
			text_add(text, line++, 1);
			continue;
		}
		length = 2 + strspn(line + 2, "0123456789abcdef");
		if (length > 6)
			text_put(text, "*");
		else
			text_add(text, line, length);
		line += length;
	}
	text_put(text, "\n");
}

void contract_record(struct text *text, const struct trace_event *events,
		     size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct text line = {0};

		if (events[i].kind != TRACE_CALL)
			continue;
		trace_put_event(&line, &events[i]);
		put_line(text, text_string(&line));
		text_free(&line);
	}
}
