/*
 * std/string/nth_text.h - texts with a number, one behind the other
 *
 * Source: std/string/nth_text.c.
 */
#ifndef STD_STRING_NTH_TEXT_H
#define STD_STRING_NTH_TEXT_H

/*
 * Text `number`, from 0, of those between `list` and `end`, each of which ends
 * with a NUL; NULL where there is none, or an empty one.
 */
const char *__premain_nth_text(const char *list, const char *end, int number);

/* The text of an error's number, or NULL: error_text.c */
const char *__premain_error_text(int error);

#endif
