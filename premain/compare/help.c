/*
 * premain/compare/help.c
 *
 * What `premain compare --help` prints.
 */
#include "premain/subcommands.h"

const char premain_compare_help[] =
"usage: premain compare [OPTION...] [FILE.c | BINARY]... [-- ARGS]\n"
"\n"
"Builds FILE.c in every variant that this machine can build, runs each with\n"
"ARGS under strace (or qemu-x86_64), and compares size, start, system calls\n"
"and steps. Without a file: the example hello_world.c. A BINARY (an ELF file)\n"
"is a row of its own.\n"
"\n"
"  --timeout=SECONDS    end a program that runs longer, and the timing of all\n"
"                       (10)\n"
"  --steps=N            count the instructions that each executes, at most\n"
"                       so many (1000000; 0: do not count)\n"
"  --rounds=N           start each so many times, in turns, and show how long\n"
"                       it takes from start to end (200; 0: do not)\n"
"  --format=FORMAT      table (as wide as $COLUMNS or the terminal),\n"
"                       markdown, csv or json\n"
"  --html=FILE          write all of it as a page that needs no network, too\n"
"  --pair=A,B           the two rows whose traces stand side by side\n"
"                       (premain-static,glibc-dynamic)\n"
"  --verbose            name the command that built each row, and the files\n"
"                       that it must be shipped with\n"
"  --premain-gcc=PATH   use this one, not the one beside premain\n"
"  --help               this text\n"
"\n"
"$CC (gcc) builds the glibc variants. Everything is made in a folder under\n"
"$TMPDIR (/tmp), which is removed at the end.\n"
"Status: 0, or 1 when a program could not be compared as asked (each with a\n"
"line on standard error; a missing tool is only a row), 2 for a wrong use.\n";
