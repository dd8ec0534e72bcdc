/*
 * assert.h - a promise checked while the program runs, C11 7.2
 *
 * No include guard: each inclusion reads NDEBUG anew (C11 7.2 paragraph 1).
 */
#include <features.h>

#undef assert

#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
#define assert(condition) ((condition) ? (void)0 \
	: __assert_fail(#condition, __FILE__, __LINE__, __func__))
#endif

#if !defined static_assert && !defined __cplusplus
#define static_assert _Static_assert
#endif

#ifndef _ASSERT_H
#define _ASSERT_H

#ifdef __cplusplus
extern "C" {
#endif

void __assert_fail(const char *condition, const char *file, unsigned int line,
	const char *function) __attribute__((__noreturn__));

#ifdef __cplusplus
}
#endif

#endif
