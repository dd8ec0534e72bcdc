/*
 * premain/compare/help.c
 *
 * What `premain compare --help` prints.
 */
#include "premain/subcommands.h"

const char premain_compare_help[] =
"usage: premain compare [OPTION...] [FILE.c | BINARY]... [-- ARGS]\n"
"\n"
"Builds FILE.c (hello_world.c) in every variant that this machine can build,\n"
"runs each with ARGS, and compares size, start, system calls and steps. A\n"
"BINARY, an ELF file, is a row of its own.\n"
"\n"
"  --timeout=SECONDS    ends a program that runs longer, and the timing (10)\n"
"  --steps=N            at most so many instructions are counted (1000000)\n"
"  --rounds=N           how often each is started, to take the time (200)\n"
"  --format=FORMAT      table, markdown, csv or json\n"
"  --html=FILE          a page, too, that needs no network\n"
"  --pair=A,B           the traces beside each other\n"
"                       (premain-static,glibc-dynamic)\n"
"  --verbose            names what built each row, and what it ships with\n"
"  --premain-gcc=PATH   not the one beside premain\n"
"\n"
"$CC (gcc) builds the glibc variants, in a folder under $TMPDIR (/tmp).\n"
"Status: 0; 1 when a program could not be compared as asked, with a line on\n"
"standard error (a missing tool is only a row); 2 for a wrong use.\n";
