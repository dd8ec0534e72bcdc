/* sys/time.h - microseconds, POSIX.1-2024 <sys/time.h>, linux/time.h */
#ifndef _SYS_TIME_H
#define _SYS_TIME_H

#include <sys/types.h>
#include <sys/select.h>

#ifdef __cplusplus
extern "C" {
#endif

struct timezone {
	int tz_minuteswest;
	int tz_dsttime;
};

struct itimerval {
	struct timeval it_interval;
	struct timeval it_value;
};

#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2

int gettimeofday(struct timeval *__restrict now, void *__restrict zone);
int getitimer(int timer, struct itimerval *now);
int setitimer(int timer, const struct itimerval *__restrict next,
	struct itimerval *__restrict before);

#ifdef __cplusplus
}
#endif

#endif
