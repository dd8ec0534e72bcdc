/*
 * std/stdio/format_fast.c - the conversions once more, compiled for speed
 *
 * printf waits for the kernel, so its copy is the small one. snprintf's calls
 * are counted in nanoseconds: this one, with faster loops and -O2 (Makefile).
 */
#include "std/stdio/loops.h"

#undef SHARED
#define SHARED inline
#define __premain_format __premain_format_fast
#define span __premain_span
#define write_digits __premain_write_digits

#include "std/stdio/format.c"
