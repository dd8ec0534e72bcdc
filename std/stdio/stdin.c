/* std/stdio/stdin.c - see <stdio.h> */
#include "std/stdio/stream.h"

const struct __premain_file __premain_stdin = { 0 };
