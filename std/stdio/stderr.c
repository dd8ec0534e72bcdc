/* std/stdio/stderr.c - see <stdio.h> */
#include "std/stdio/stream.h"

const struct __premain_file __premain_stderr = { 2 };
