/*
 * std/string/strcoll.c - strcmp, for in the C locale order is the bytes' order
 *
 * Source: C11 7.24.4.3.
 */
#include <string.h>

int strcoll(const char *left, const char *right)
{
	return strcmp(left, right);
}
