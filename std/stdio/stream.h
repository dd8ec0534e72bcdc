/* std/stdio/stream.h - what a FILE is */
#ifndef STD_STDIO_STREAM_H
#define STD_STDIO_STREAM_H

#include <stdio.h>

/*
 * A stream is a descriptor and nothing else: output is not buffered, and the
 * one input buffer belongs to the functions that read (stdin.c). So the three
 * streams are constants, and printing needs no writable page.
 */
struct __premain_file {
	int descriptor;
};

/* The next byte of a stream, or EOF. Errors: read(2)'s. */
int __premain_get(FILE *stream);

/* A bit for each of descriptors 0 to 2 that has met an error (stream.asm). */
extern unsigned char __premain_stream_errors;

/* Nonzero once standard input has come to its end (get.c). */
extern unsigned char __premain_stdin_ended;

#endif
