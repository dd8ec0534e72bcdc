/* string.h - bytes and strings, C11 7.24, POSIX.1-2024 <string.h> */
#ifndef _STRING_H
#define _STRING_H

#include <features.h>

#define __need_size_t
#define __need_NULL
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

void *memcpy(void *__restrict to, const void *__restrict from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *memory, int byte, size_t size);
int memcmp(const void *left, const void *right, size_t size)
	__attribute__((__pure__));
void *memchr(const void *memory, int byte, size_t size)
	__attribute__((__pure__));

size_t strlen(const char *text) __attribute__((__pure__));
char *strcpy(char *__restrict to, const char *__restrict from);
char *strncpy(char *__restrict to, const char *__restrict from, size_t size);
char *strcat(char *__restrict to, const char *__restrict from);
char *strncat(char *__restrict to, const char *__restrict from, size_t size);
int strcmp(const char *left, const char *right) __attribute__((__pure__));
int strncmp(const char *left, const char *right, size_t size)
	__attribute__((__pure__));
int strcoll(const char *left, const char *right) __attribute__((__pure__));
size_t strxfrm(char *__restrict to, const char *__restrict from, size_t size);
char *strchr(const char *text, int character) __attribute__((__pure__));
char *strrchr(const char *text, int character) __attribute__((__pure__));
char *strstr(const char *text, const char *part) __attribute__((__pure__));
char *strpbrk(const char *text, const char *accept) __attribute__((__pure__));
size_t strspn(const char *text, const char *accept) __attribute__((__pure__));
size_t strcspn(const char *text, const char *reject) __attribute__((__pure__));
char *strtok(char *__restrict text, const char *__restrict separators);
char *strerror(int error);

#ifdef __PREMAIN_POSIX
char *strtok_r(char *__restrict text, const char *__restrict separators,
	char **__restrict rest);
char *strdup(const char *text) __attribute__((__malloc__));
char *strndup(const char *text, size_t size) __attribute__((__malloc__));
size_t strnlen(const char *text, size_t size) __attribute__((__pure__));
char *stpcpy(char *__restrict to, const char *__restrict from);
char *stpncpy(char *__restrict to, const char *__restrict from, size_t size);
void *memccpy(void *__restrict to, const void *__restrict from, int byte,
	size_t size);
int strerror_r(int error, char *text, size_t size);
char *strsignal(int signal);
#endif

#ifdef __PREMAIN_DEFAULT
#include <strings.h>
size_t strlcpy(char *__restrict to, const char *__restrict from, size_t size);
size_t strlcat(char *__restrict to, const char *__restrict from, size_t size);
char *strsep(char **__restrict rest, const char *__restrict separators);
void explicit_bzero(void *memory, size_t size);
#endif

#ifdef __PREMAIN_GNU
void *memmem(const void *memory, size_t size, const void *part,
	size_t part_size) __attribute__((__pure__));
void *mempcpy(void *__restrict to, const void *__restrict from, size_t size);
void *memrchr(const void *memory, int byte, size_t size)
	__attribute__((__pure__));
char *strchrnul(const char *text, int character) __attribute__((__pure__));
#endif

#ifdef __cplusplus
}
#endif

#endif
