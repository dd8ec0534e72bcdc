/* strings.h - comparing without case, POSIX.1-2024 <strings.h> */
#ifndef _STRINGS_H
#define _STRINGS_H

#define __need_size_t
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

int strcasecmp(const char *left, const char *right) __attribute__((__pure__));
int strncasecmp(const char *left, const char *right, size_t size)
	__attribute__((__pure__));
int ffs(int value) __attribute__((__const__));

/* gone from POSIX in 2008, still met in programs */
int bcmp(const void *left, const void *right, size_t size)
	__attribute__((__pure__));
void bcopy(const void *from, void *to, size_t size);
void bzero(void *memory, size_t size);

#ifdef __cplusplus
}
#endif

#endif
