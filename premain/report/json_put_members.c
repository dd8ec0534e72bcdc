/*
 * premain/report/json_put_members.c
 *
 * The members of an object, one after the other. Whether one came before is
 * seen by what was written last: a brace that opens. So it is with the objects
 * of a list.
 */
#include "premain/report/report.h"

#include <stdarg.h>
#include <string.h>

static void put_string(struct text *text, const char *string)
{
	if (string && *string)
		json_put_string(text, string, strlen(string));
	else
		text_put(text, "null");
}

/* What was written last; there is no member without an object. */
static char last(const struct text *text)
{
	return text->length ? text->bytes[text->length - 1] : '{';
}

/* An object of a list, in a line of its own. */
static bool begin_item(struct text *text, char letter)
{
	if (letter != ' ' && letter != '\t')
		return false;
	text_put(text, last(text) == '[' ? "" : ",");
	text_put(text, letter == ' ' ? "\n  {" : "\n        {");
	return true;
}

void json_put_members(struct text *text, const char *members, ...)
{
	va_list values;

	va_start(values, members);
	members += begin_item(text, *members);
	for (; *members; members += strlen(members) + 1) {
		if (*members == ']' || *members == '}') {
			text_add(text, members, 1);
			continue;
		}
		if (last(text) != '{')
			text_put(text, *members == '\n' ? "," : ", ");
		if (*members == '\n')
			text_put(text, "\n      ");
		members += *members == '\n';
		text_format(text, "\"%s\": ", members + 1);
		switch (*members) {
		case 's':
			put_string(text, va_arg(values, const char *));
			break;
		case 'u':
			text_format(text, "%llu",
				    va_arg(values, unsigned long long));
			break;
		case 'x':
			text_format(text, "\"%#llx\"",
				    va_arg(values, unsigned long long));
			break;
		case 'i':
			text_format(text, "%d", va_arg(values, int));
			break;
		case 'b':
			text_put(text, va_arg(values, int) ? "true" : "false");
			break;
		case 'n':
			text_put(text, "null");
			break;
		default:
			text_add(text, members, 1);
		}
	}
	va_end(values);
}
