/*
 * premain/text/text.h
 *
 * A text that grows: what a report, a path or a command line is built in.
 * A failed allocation is remembered in `lost`, what is added after it is
 * dropped, and the one who writes the text out tells of it.
 */
#ifndef PREMAIN_TEXT_H
#define PREMAIN_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct text {
	char *bytes;		/* always ends with a NUL once there is any */
	size_t length;
	size_t room;
	bool lost;
};

void text_add(struct text *text, const char *bytes, size_t length);
void text_put(struct text *text, const char *string);
void text_fill(struct text *text, char byte, size_t count);
void text_free(struct text *text);

__attribute__((format(printf, 2, 0)))
void text_vformat(struct text *text, const char *format, va_list arguments);

/* To a descriptor; 0, or -1 with errno. */
__attribute__((format(printf, 2, 3)))
int text_print(int fd, const char *format, ...);

__attribute__((format(printf, 2, 3)))
void text_format(struct text *text, const char *format, ...);

/* Printable ASCII as it is, every other byte as \n, \t or \xNN: one byte of
 * the result is one column of a terminal, and no byte commands it. */
void text_put_visible(struct text *text, const char *bytes, size_t length);
void text_show(struct text *text, const char *string);

/* What pack.awk has packed: `length` bytes, and the pairs they stand for. */
void text_unpack(struct text *text, const char *packed, size_t length,
		 const char *pairs);
bool is_packed(char byte);
const char *packed_pair(char byte, const char *pairs);

/* Text, or "" where there is none. */
const char *text_string(const struct text *text);

/* "three" of "one\0two\0three", for 2; there are as many. */
const char *nth_word(const char *words, size_t number);

/* The place behind the last one of a list, which is `&list` and has elements
 * of that size: zeros. NULL: there is no memory, and the list is as it was. */
void *list_grow(void *list, size_t count, size_t *room, size_t size);

/* Adds what a descriptor has, up to its end; false, with errno. */
bool text_read(struct text *text, int fd);

/* Writes it all to a descriptor; 0, or -1 with errno. */
int text_write(int fd, const struct text *text);

/* Makes it a file, in the place of what was there, or leaves all as it was;
 * 0, or -1 with errno. */
int text_save(const char *path, const struct text *text);

/* The path of a file without links, to be freed; NULL, with errno. */
char *real_path(const char *path);

/* The length of the UTF-8 sequence at the start of bytes, 0 where there is
 * none that is whole and valid (RFC 3629). */
size_t utf8_length(const char *bytes, size_t length);

#endif
