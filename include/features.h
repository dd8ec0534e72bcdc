/*
 * features.h - which names beyond ISO C the ISO headers show
 *
 * A program that asks for nothing sees ISO C, POSIX and the common BSD names.
 * With -std=c11 it sees ISO C alone, until it defines one of the macros of
 * feature_test_macros(7). Freestanding code (the runtime itself) sees all.
 */
#ifndef _FEATURES_H
#define _FEATURES_H

#if defined _GNU_SOURCE || !__STDC_HOSTED__ || _POSIX_C_SOURCE + 0 >= 202405L
#define __PREMAIN_GNU 1
#endif

#if defined __PREMAIN_GNU || defined _DEFAULT_SOURCE || defined _BSD_SOURCE \
	|| (!defined __STRICT_ANSI__ && !defined _POSIX_SOURCE \
	    && !defined _POSIX_C_SOURCE && !defined _XOPEN_SOURCE)
#define __PREMAIN_DEFAULT 1
#endif

#if defined __PREMAIN_DEFAULT || defined _POSIX_SOURCE \
	|| defined _POSIX_C_SOURCE || defined _XOPEN_SOURCE
#define __PREMAIN_POSIX 1
#endif

/* Headers of C++ ask so which C library this is: another one. */
#ifdef __cplusplus
#define __GLIBC_PREREQ(major, minor) 0
#endif

#endif
