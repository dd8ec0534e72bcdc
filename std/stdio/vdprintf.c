/*
 * std/stdio/vdprintf.c - int vdprintf(int, const char *, va_list)
 *
 * POSIX's name for what the whole family that prints does (print.c).
 */
#include <stdio.h>

#include "std/stdio/format.h"

int vdprintf(int descriptor, const char *restrict format, va_list args)
{
	return __premain_vdprintf(descriptor, format, args);
}
