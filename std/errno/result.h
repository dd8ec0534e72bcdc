/* std/errno/result.h - from the kernel's way to fail to C's */
#ifndef STD_ERRNO_RESULT_H
#define STD_ERRNO_RESULT_H

/*
 * Returns `result`, what a sys_ function returned; if that is -errno, sets
 * errno and returns -1. A program that never reads errno has none.
 */
long __premain_result(long result);

#endif
