/*
 * setjmp.h - back to a place that was left by calls, C11 7.13, POSIX.1-2024
 * <setjmp.h>
 *
 * setjmp does not keep the signal mask, sigsetjmp does if `keep` is not 0.
 * Floating-point control words stay as they are at the time of the jump.
 */
#ifndef _SETJMP_H
#define _SETJMP_H

#include <features.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
	/* rbx, rbp, r12 to r15, rsp, rip: psABI 3.2.1 */
	unsigned long __registers[8];
	unsigned long __mask_kept, __mask;
} jmp_buf[1];

int setjmp(jmp_buf place) __attribute__((__returns_twice__));
void longjmp(jmp_buf place, int value) __attribute__((__noreturn__));

#ifdef __PREMAIN_POSIX
typedef jmp_buf sigjmp_buf;

int _setjmp(jmp_buf place) __attribute__((__returns_twice__));
void _longjmp(jmp_buf place, int value) __attribute__((__noreturn__));
int sigsetjmp(sigjmp_buf place, int keep) __attribute__((__returns_twice__));
void siglongjmp(sigjmp_buf place, int value) __attribute__((__noreturn__));
#endif

#ifdef __cplusplus
}
#endif

#endif
