/*
 * premain/text/text_add.c
 *
 * Add bytes to a text, which doubles its room when it is full.
 */
#include "premain/text/text.h"

#include <stdlib.h>
#include <string.h>

static bool make_room(struct text *text, size_t more)
{
	size_t room = text->room ? text->room : 128;
	char *bytes;

	if (more > (size_t)-1 / 4 - text->length)
		return false;
	while (room - text->length <= more)	/* one byte stays for the NUL */
		room *= 2;
	if (room == text->room)
		return true;
	bytes = realloc(text->bytes, room);
	if (!bytes)
		return false;
	text->bytes = bytes;
	text->room = room;
	return true;
}

void text_add(struct text *text, const char *bytes, size_t length)
{
	if (text->lost)
		return;
	if (!make_room(text, length)) {
		text->lost = true;
		return;
	}
	if (length)
		memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

void text_put(struct text *text, const char *string)
{
	text_add(text, string, strlen(string));
}

void text_fill(struct text *text, char byte, size_t count)
{
	while (count--)
		text_add(text, &byte, 1);
}

const char *text_string(const struct text *text)
{
	return text->bytes ? text->bytes : "";
}

void text_free(struct text *text)
{
	free(text->bytes);
	*text = (struct text){0};
}
