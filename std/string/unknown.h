/*
 * std/string/unknown.h - a text for a number that has none
 *
 * Source: std/string/unknown.c.
 */
#ifndef STD_STRING_UNKNOWN_H
#define STD_STRING_UNKNOWN_H

/* PREFIX and the number, in bytes that the next call uses again */
char *__premain_unknown(const char *prefix, int number);

#endif
