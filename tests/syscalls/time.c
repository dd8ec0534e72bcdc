/*
 * tests/syscalls/time.c
 * Clocks and timers.
 */
#include "safe.h"

static void check_clocks(void)
{
	struct timespec now = { 0, 0 }, fine = { 0, 0 }, tiny = { 0, 1 };
	struct timeval day = { 0, 0 };
	struct timex adjust = { 0 };
	struct tms ticks;
	long seconds = 0;

	result = sys_clock_gettime(0, &now);
	expect_true("clock_gettime", now.tv_sec > 1600000000);
	result = sys_clock_getres(1, &fine);
	expect_true("clock_getres", fine.tv_nsec > 0);
	expect("clock_settime", sys_clock_settime(9999, &now), -EINVAL);
	result = sys_gettimeofday(&day, NULL);
	expect_true("gettimeofday", day.tv_sec >= now.tv_sec);
	expect("settimeofday", sys_settimeofday(BAD, NULL), -EFAULT);
	/* It reads the clock of the last tick, which may lie a second back. */
	result = sys_time(&seconds);
	expect_true("time", seconds >= now.tv_sec - 1);
	result = sys_times(&ticks);
	expect_true("times", 1);
	result = sys_adjtimex(&adjust);
	expect_true("adjtimex", adjust.tick > 0);
	adjust.modes = 0;
	adjust.tick = 0;
	result = sys_clock_adjtime(0, &adjust);
	expect_true("clock_adjtime", adjust.tick > 0);
	expect("nanosleep", sys_nanosleep(&tiny, NULL), 0);
	tiny.tv_nsec = -1;
	expect("clock_nanosleep", sys_clock_nanosleep(1, 0, &tiny, NULL),
		-EINVAL);
}

static void check_timers(void)
{
	struct itimerval minute = { { 0, 0 }, { 60, 0 } }, rest;
	struct itimerspec hour = { { 0, 0 }, { 3600, 0 } }, left_over;
	struct sigevent silent = { 0 };
	int timer = -1;

	expect("setitimer", sys_setitimer(0, &minute, NULL), 0);
	result = sys_getitimer(0, &rest);
	expect_true("getitimer", rest.it_value.tv_sec > 55);
	result = sys_alarm(0);
	expect_true("alarm", sys_alarm(0) == 0);
	silent.sigev_notify = SIGEV_NONE;
	result = sys_timer_create(1, &silent, &timer);
	expect_true("timer_create", timer >= 0);
	expect("timer_settime", sys_timer_settime(timer, 0, &hour, NULL), 0);
	result = sys_timer_gettime(timer, &left_over);
	expect_true("timer_gettime", left_over.it_value.tv_sec > 3590);
	expect("timer_getoverrun", sys_timer_getoverrun(timer), 0);
	expect("timer_delete", sys_timer_delete(timer), 0);
}

void check_time(void)
{
	check_clocks();
	check_timers();
}
