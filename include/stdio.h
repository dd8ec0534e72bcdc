/*
 * <stdio.h> - input and output: the printf family, lines, the three streams
 *
 * Each call that prints is one write(2) for up to 512 bytes: nothing is kept
 * in a buffer, so nothing is lost when a program ends, and an error is the
 * result of the call that met it: -1 or EOF, with errno from write(2).
 * Formats: all of C23 but floating point, %lc and %ls; a format with one of
 * these writes nothing and fails with EINVAL, and so does %n unless the
 * program is linked with premain-gcc --percent-n. NULL is "(null)" for %s and
 * "0" for %p.
 * Source: C11 7.21, C23 7.23, POSIX.1-2024 XBD <stdio.h>.
 */
#ifndef _STDIO_H
#define _STDIO_H

#include <features.h>

#define __need_size_t
#define __need_NULL
#include <stddef.h>
#include <stdarg.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct __premain_file FILE;

extern const struct __premain_file __premain_stdin;
extern const struct __premain_file __premain_stdout;
extern const struct __premain_file __premain_stderr;

#define stdin ((FILE *)&__premain_stdin)
#define stdout ((FILE *)&__premain_stdout)
#define stderr ((FILE *)&__premain_stderr)

#define EOF (-1)
#define BUFSIZ 1024

#define __premain_prints(format, arguments) \
	__attribute__((__format__(__printf__, format, arguments)))

/* The bytes written, or -1: EINVAL, EOVERFLOW (over INT_MAX), or write(2)'s. */
int printf(const char *__restrict format, ...) __premain_prints(1, 2);
int vprintf(const char *__restrict format, va_list args) __premain_prints(1, 0);
int fprintf(FILE *__restrict stream, const char *__restrict format, ...)
	__premain_prints(2, 3);
int vfprintf(FILE *__restrict stream, const char *__restrict format,
	     va_list args) __premain_prints(2, 0);
#ifdef __PREMAIN_POSIX
int dprintf(int descriptor, const char *__restrict format, ...)
	__premain_prints(2, 3);
int vdprintf(int descriptor, const char *__restrict format, va_list args)
	__premain_prints(2, 0);
#endif

/* The length of the whole text, even where `size` bytes cannot hold it. */
int snprintf(char *__restrict array, size_t size,
	     const char *__restrict format, ...) __premain_prints(3, 4);
int vsnprintf(char *__restrict array, size_t size,
	      const char *__restrict format, va_list args)
	__premain_prints(3, 0);
int sprintf(char *__restrict array, const char *__restrict format, ...)
	__premain_prints(2, 3);
int vsprintf(char *__restrict array, const char *__restrict format,
	     va_list args) __premain_prints(2, 0);

/* puts: the bytes written, fputs: 1, putchar and its kin: the byte; or EOF. */
int puts(const char *string);
int fputs(const char *__restrict string, FILE *__restrict stream);
int putchar(int byte);
int putc(int byte, FILE *stream);
int fputc(int byte, FILE *stream);

/* The members written, all or (after an error) 0. */
size_t fwrite(const void *__restrict members, size_t size, size_t count,
	      FILE *__restrict stream);

/*
 * stdin is read by the kilobyte, and its end lasts until clearerr. fgets gives
 * `line`, or NULL at the end or on an error.
 */
char *fgets(char *__restrict line, int size, FILE *__restrict stream);
int fgetc(FILE *stream);
int getc(FILE *stream);
int getchar(void);

/* Takes the place of what `next` names, if there is such a file: 0, or -1. */
int rename(const char *path, const char *next);

/* "PREFIX: what errno means\n" on standard error. */
void perror(const char *prefix);

/* Nothing is ever kept back, so there is nothing to fail: 0. */
int fflush(FILE *stream);

/* Nonzero after the end, or an error, has been met on this stream. */
int feof(FILE *stream);
int ferror(FILE *stream);
void clearerr(FILE *stream);
#ifdef __PREMAIN_POSIX
int fileno(FILE *stream);
#endif

/* Writes `count` bytes, at least 1: a positive number, or -1 (errno is set). */
long __premain_write_all(int descriptor, const void *bytes, size_t count);

#ifdef __cplusplus
}
#elif defined __PREMAIN_DYNAMIC__
/* The call goes to libpremain.so.1, for others to see and to replace. */
#elif defined __clang__
/*
 * A text without conversions needs no formatting: its length is known, and the
 * program does without the printf that it would not use. Only a call with
 * nothing but a constant text finds this second printf.
 */
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wgcc-compat"
__attribute__((__overloadable__, __always_inline__, __artificial__))
static __inline__ int printf(const char *format)
	__attribute__((__enable_if__(__builtin_strchr(format, '%') == 0
				     && __builtin_strlen(format) > 0,
				     "a constant text")))
{
	return __premain_write_all(1, format, __builtin_strlen(format)) < 0
		? -1 : (int)__builtin_strlen(format);
}
#pragma clang diagnostic pop
#elif defined __OPTIMIZE__ && defined __GNUC__
/* The same for gcc, which sees what is constant while it optimizes. */
__attribute__((__gnu_inline__, __always_inline__, __artificial__))
extern __inline__ int printf(const char *__restrict format, ...)
{
	if (__builtin_va_arg_pack_len() == 0
	    && __builtin_constant_p(__builtin_strchr(format, '%') == 0)
	    && __builtin_strchr(format, '%') == 0
	    && __builtin_strlen(format) > 0)
		return __premain_write_all(1, format,
					   __builtin_strlen(format)) < 0
			? -1 : (int)__builtin_strlen(format);
	return __builtin_printf(format, __builtin_va_arg_pack());
}
#endif

#endif
