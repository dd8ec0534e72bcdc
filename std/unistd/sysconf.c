/*
 * std/unistd/sysconf.c - what the system allows: -1 without a change of errno
 * is no limit, or unknown. errno: EINVAL (no such name).
 *
 * Source: POSIX.1-2024 sysconf.
 */
#include <errno.h>
#include <limits.h>
#include <unistd.h>
#include <sys/resource.h>
#include <linux/sysinfo.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

static long limit_of(unsigned int resource)
{
	struct rlimit limit;
	long result = sys_getrlimit(resource, &limit);

	if (result < 0)
		return __premain_result(result);
	return limit.rlim_cur == RLIM_INFINITY ? -1 : (long)limit.rlim_cur;
}

/* The processors that this process may run on, among the first 8192. */
static long processors(void)
{
	unsigned long mask[128];
	long size = sys_sched_getaffinity(0, sizeof(mask), mask), count = 0;

	for (long word = 0; word * 8 < size; word++)
		for (unsigned long bits = mask[word]; bits; bits &= bits - 1)
			count++;
	return count > 0 ? count : 1;
}

static long pages(int name)
{
	struct sysinfo system;
	long result = sys_sysinfo(&system);

	if (result < 0)
		return __premain_result(result);
	return (long)((name == _SC_PHYS_PAGES ? system.totalram
		: system.freeram) * system.mem_unit / 4096);
}

long sysconf(int name)
{
	switch (name) {
	case _SC_PAGESIZE:
		return 4096;
	case _SC_CLK_TCK:
		return 100;
	case _SC_ARG_MAX:
		/* a quarter of the stack, at least what it always was */
		return limit_of(RLIMIT_STACK) / 4 > ARG_MAX
			? limit_of(RLIMIT_STACK) / 4 : ARG_MAX;
	case _SC_CHILD_MAX:
		return limit_of(RLIMIT_NPROC);
	case _SC_OPEN_MAX:
		return limit_of(RLIMIT_NOFILE);
	case _SC_NGROUPS_MAX:
		return NGROUPS_MAX;
	case _SC_IOV_MAX:
		return IOV_MAX;
	case _SC_HOST_NAME_MAX:
		return HOST_NAME_MAX;
	case _SC_NPROCESSORS_CONF:
	case _SC_NPROCESSORS_ONLN:
		return processors();
	case _SC_PHYS_PAGES:
	case _SC_AVPHYS_PAGES:
		return pages(name);
	}
	return __premain_result(-EINVAL);
}
