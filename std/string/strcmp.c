/*
 * std/string/strcmp.c - the first difference between two strings, as unsigned
 * bytes: negative, zero or positive
 *
 * Source: C11 7.24.4.2.
 */
#include <string.h>

int strcmp(const char *left, const char *right)
{
	while (*left != '\0' && *left == *right) {
		left++;
		right++;
	}
	return (unsigned char)*left - (unsigned char)*right;
}
