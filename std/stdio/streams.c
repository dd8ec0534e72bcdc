/*
 * std/stdio/streams.c - stdin, stdout and stderr as variables, for objects
 * that were compiled with another C library's <stdio.h>
 *
 * Source: C11 7.21.1.
 */
#include "std/stdio/stream.h"

#undef stdin
#undef stdout
#undef stderr

extern FILE *const stdin, *const stdout, *const stderr;

static const struct __premain_file in = { 0 }, out = { 1 }, error = { 2 };

FILE *const stdin = (FILE *)&in;
FILE *const stdout = (FILE *)&out;
FILE *const stderr = (FILE *)&error;
