/* time.h - clocks, C11 7.27, POSIX.1-2024 <time.h>, linux/time.h */
#ifndef _TIME_H
#define _TIME_H

#include <features.h>
#include <sys/types.h>

#define __need_NULL
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CLOCKS_PER_SEC 1000000L
#define TIME_UTC 1

#ifndef _STRUCT_TIMESPEC
#define _STRUCT_TIMESPEC
struct timespec {
	time_t tv_sec;
	long tv_nsec;
};
#endif

clock_t clock(void);
time_t time(time_t *now);
int timespec_get(struct timespec *now, int base);

#ifdef __PREMAIN_POSIX
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define TIMER_ABSTIME 1

int clock_getres(clockid_t clock, struct timespec *resolution);
int clock_gettime(clockid_t clock, struct timespec *now);
int clock_settime(clockid_t clock, const struct timespec *now);
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wait,
	struct timespec *rest);
int nanosleep(const struct timespec *wait, struct timespec *rest);
#endif

#ifdef __cplusplus
}
#endif

#endif
