/* std/stdio/stdout.c - see <stdio.h> */
#include "std/stdio/stream.h"

const struct __premain_file __premain_stdout = { 1 };
