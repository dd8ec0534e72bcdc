/*
 * premain/steps/call_name.h
 *
 * System calls of x86-64 by their numbers.
 */
#ifndef PREMAIN_CALL_NAME_H
#define PREMAIN_CALL_NAME_H

#include <stdint.h>

/* "write" for 1; NULL: there is no such call. */
const char *call_name(uint64_t number);

#endif
