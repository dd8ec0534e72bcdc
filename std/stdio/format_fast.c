/*
 * std/stdio/format_fast.c - the conversions once more, compiled for speed
 *
 * printf waits for the kernel, so its copy is the small one. snprintf's calls
 * are counted in nanoseconds: this one, for -O2 (Makefile).
 */
#define __premain_format __premain_format_fast

#include "std/stdio/format.c"
