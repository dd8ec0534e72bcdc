/*
 * errno.h - error numbers, C11 7.5, POSIX.1-2024 <errno.h>, asm/errno.h
 *
 * errno is a macro over a function, so that a program without threads pays for
 * a plain variable and a program with threads gets one per thread.
 */
#ifndef _ERRNO_H
#define _ERRNO_H

#include <asm/errno.h>

#ifndef ENOTSUP
#define ENOTSUP EOPNOTSUPP
#endif

#ifdef __cplusplus
extern "C" {
#endif

int *__errno_location(void) __attribute__((__const__));

#define errno (*__errno_location())

#ifdef __cplusplus
}
#endif

#endif
