/* sys/types.h - the types of the system's values, POSIX.1-2024 */
#ifndef _SYS_TYPES_H
#define _SYS_TYPES_H

#define __need_size_t
#include <stddef.h>
#include <stdint.h>

typedef long blkcnt_t;
typedef long blksize_t;
typedef long clock_t;
typedef int clockid_t;
typedef unsigned long dev_t;
typedef unsigned long fsblkcnt_t;
typedef unsigned long fsfilcnt_t;
typedef unsigned int gid_t;
typedef unsigned int id_t;
typedef unsigned long ino_t;
typedef int key_t;
typedef unsigned int mode_t;
typedef unsigned long nlink_t;
typedef long off_t;
typedef int pid_t;
typedef long ssize_t;
typedef long suseconds_t;
typedef long time_t;
typedef unsigned int uid_t;
typedef unsigned int useconds_t;

/* the kernel's set of 64 signals, one bit each */
typedef struct {
	unsigned long __bits;
} sigset_t;

/* names of BSD and of the 64-bit file interface, met in programs */
typedef long off64_t;
typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned int u_int;
typedef unsigned long u_long;
typedef uint8_t u_int8_t;
typedef uint16_t u_int16_t;
typedef uint32_t u_int32_t;
typedef uint64_t u_int64_t;

#endif
