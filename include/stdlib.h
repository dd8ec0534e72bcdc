/* stdlib.h - general utilities, C11 7.22, POSIX.1-2024 <stdlib.h> */
#ifndef _STDLIB_H
#define _STDLIB_H

#include <features.h>

#define __need_size_t
#define __need_wchar_t
#define __need_NULL
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
#define MB_CUR_MAX 1

typedef struct {
	int quot;
	int rem;
} div_t;

typedef struct {
	long quot;
	long rem;
} ldiv_t;

typedef struct {
	__extension__ long long quot;
	__extension__ long long rem;
} lldiv_t;

/* leaving */
void abort(void) __attribute__((__noreturn__));
int atexit(void (*handler)(void));
int at_quick_exit(void (*handler)(void));
void exit(int status) __attribute__((__noreturn__));
void quick_exit(int status) __attribute__((__noreturn__));
void _Exit(int status) __attribute__((__noreturn__));

/* the environment */
char *getenv(const char *name);

/* memory */
void *malloc(size_t size) __attribute__((__malloc__));
void *calloc(size_t count, size_t size) __attribute__((__malloc__));
void *realloc(void *memory, size_t size);
void *aligned_alloc(size_t alignment, size_t size)
	__attribute__((__malloc__));
void free(void *memory);

/* numbers */
int atoi(const char *text) __attribute__((__pure__));
long atol(const char *text) __attribute__((__pure__));
__extension__ long long atoll(const char *text) __attribute__((__pure__));
long strtol(const char *__restrict text, char **__restrict end, int base);
unsigned long strtoul(const char *__restrict text, char **__restrict end,
	int base);
__extension__ long long strtoll(const char *__restrict text,
	char **__restrict end, int base);
__extension__ unsigned long long strtoull(const char *__restrict text,
	char **__restrict end, int base);
int abs(int value) __attribute__((__const__));
long labs(long value) __attribute__((__const__));
__extension__ long long llabs(long long value) __attribute__((__const__));
div_t div(int numerator, int denominator) __attribute__((__const__));
ldiv_t ldiv(long numerator, long denominator) __attribute__((__const__));
__extension__ lldiv_t lldiv(long long numerator, long long denominator)
	__attribute__((__const__));
int rand(void);
void srand(unsigned int seed);

/* order */
void *bsearch(const void *key, const void *base, size_t count, size_t size,
	int (*compare)(const void *, const void *));
void qsort(void *base, size_t count, size_t size,
	int (*compare)(const void *, const void *));

#ifdef __PREMAIN_POSIX
int setenv(const char *name, const char *value, int overwrite);
int unsetenv(const char *name);
int putenv(char *assignment);
int posix_memalign(void **memory, size_t alignment, size_t size);
int rand_r(unsigned int *seed);
int mkstemp(char *pattern);
char *mkdtemp(char *pattern);
char *realpath(const char *__restrict path, char *__restrict resolved);
#endif

#ifdef __PREMAIN_DEFAULT
#include <alloca.h>
void *reallocarray(void *memory, size_t count, size_t size);
int clearenv(void);
#endif

#ifdef __PREMAIN_GNU
char *secure_getenv(const char *name);
int mkostemp(char *pattern, int flags);
void qsort_r(void *base, size_t count, size_t size,
	int (*compare)(const void *, const void *, void *), void *argument);
#endif

#ifdef __cplusplus
}
#endif

#endif
