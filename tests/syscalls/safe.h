/*
 * tests/syscalls/safe.h
 * What the parts of syscalls-safe share: the words in which a call is judged,
 * and the kernel's structures. Those of UAPI come from its headers; those
 * without a header there are written out.
 */
#ifndef TESTS_SYSCALLS_SAFE_H
#define TESTS_SYSCALLS_SAFE_H

#include <premain/syscalls.h>

#include <asm/prctl.h>
#include <asm/shmbuf.h>
#include <asm/signal.h>
#include <asm/siginfo.h>
#include <asm/stat.h>
#include <asm/statfs.h>
#include <linux/aio_abi.h>
#include <linux/capability.h>
#include <linux/errno.h>
#include <linux/eventpoll.h>
#include <linux/fcntl.h>
#include <linux/futex.h>
#include <linux/io_uring.h>
#include <linux/memfd.h>
#include <linux/mman.h>
#include <linux/mqueue.h>
#include <linux/openat2.h>
#include <linux/poll.h>
#include <linux/prctl.h>
#include <linux/resource.h>
#include <linux/sched.h>
#include <linux/sem.h>
#include <linux/stat.h>
#include <linux/sysinfo.h>
#include <linux/time.h>
#include <linux/times.h>
#include <linux/timex.h>
#include <linux/uio.h>
#include <linux/utime.h>

enum {
	PAGE = 4096,
	NO_FD = 1000000,	/* above any limit on descriptors here */
	NO_PID = 0x7ffffff0,	/* above the largest process id, 1 << 22 */
	ALL_ONES = -1,
	AF_UNIX = 1,
	SOCK_STREAM = 1,
	SOCK_DGRAM = 2,
	SOL_SOCKET = 1,
	SO_TYPE = 3,
	SO_PASSCRED = 16,
	EXECED = 42		/* the status of this program run by execve */
};

#define BAD ((void *)-1L)	/* an address that no process can have */

struct sockaddr { unsigned short sa_family; char sa_data[14]; };
struct msghdr {
	void *msg_name;
	int msg_namelen;
	struct iovec *msg_iov;
	size_t msg_iovlen;
	void *msg_control;
	size_t msg_controllen;
	unsigned int msg_flags;
};
struct mmsghdr { struct msghdr msg_hdr; unsigned int msg_len; };
struct utsname { char sysname[65], nodename[65], release[65], version[65],
	machine[65], domainname[65]; };
struct sched_param { int sched_priority; };
struct ustat { char bytes[32]; };
struct message { long type; char text[8]; };

extern int under_qemu;			/* ENOSYS is no failure there	*/
extern int failures;
extern char *program;			/* argv[0], to be run again	*/
extern struct timespec at_once;		/* a timeout of nothing		*/
extern struct kernel_version { unsigned int major, minor; } kernel;

/* judge.c */
void report(const char *word, const char *name, const char *why);
void expect(const char *name, long got, long want);
void either(const char *name, long got, long want, long or_this);
int is_error(long r);

/*
 * For a call that writes or has no one value: `result` is set first, in a
 * statement of its own, then `right` says whether what it did is right.
 */
extern long result;
void expect_true(const char *name, int right);

/* ENOSYS is right before Linux major.minor, or without CONFIG_option. */
int too_new(const char *name, long got, unsigned int major,
	unsigned int minor);
int built_without(const char *name, long got, const char *option);
void expect_since(const char *name, long got, long want, unsigned int major,
	unsigned int minor);
void expect_option(const char *name, long got, long want, const char *option);
void gone(const char *name, long got);

int same(const void *a, const void *b, size_t n);
void clear(void *p, size_t n);

void check_files(void);
void check_memory(void);
void check_time(void);
void check_processes(void);
void check_meetings(void);

#endif
