/* sys/select.h - waiting for descriptors, POSIX.1-2024 <sys/select.h> */
#ifndef _SYS_SELECT_H
#define _SYS_SELECT_H

#include <sys/types.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

struct timeval {
	time_t tv_sec;
	suseconds_t tv_usec;
};

#define FD_SETSIZE 1024

typedef struct {
	unsigned long __bits[FD_SETSIZE / 64];
} fd_set;

#define FD_SET(file, set) \
	((void)((set)->__bits[(file) / 64] |= 1UL << (file) % 64))
#define FD_CLR(file, set) \
	((void)((set)->__bits[(file) / 64] &= ~(1UL << (file) % 64)))
#define FD_ISSET(file, set) \
	((int)((set)->__bits[(file) / 64] >> (file) % 64 & 1))
#define FD_ZERO(set) ((void)__builtin_memset((set), 0, sizeof(fd_set)))

int select(int count, fd_set *__restrict reading, fd_set *__restrict writing,
	fd_set *__restrict failing, struct timeval *__restrict timeout);
int pselect(int count, fd_set *__restrict reading,
	fd_set *__restrict writing, fd_set *__restrict failing,
	const struct timespec *__restrict timeout,
	const sigset_t *__restrict mask);

#ifdef __cplusplus
}
#endif

#endif
