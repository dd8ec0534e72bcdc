/*
 * tests/syscalls-safe.c
 * syscalls-safe FOLDER [qemu]: calls every system call of the table that is
 * safe to call, with arguments whose result is known, inside FOLDER. One line
 * a call: `ok NAME`, `skip NAME: why`, `FAIL NAME: ...`, or `left NAME: why`
 * for those that nobody should call in passing. Status 1 after any FAIL.
 *
 * Its output needs nothing but sys_write. Its structures are the kernel's own
 * (UAPI); those without a header there are written out below.
 */
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

static int under_qemu;
static int failures;
static char *program;
static struct timespec at_once;
static struct { unsigned int major, minor; } kernel;

/* ---- output ---- */

static size_t length_of(const char *s)
{
	size_t n = 0;

	while (s[n])
		n++;
	return n;
}

static char line[512];
static size_t line_length;

static void say(const char *s)
{
	while (*s && line_length < sizeof(line) - 1)
		line[line_length++] = *s++;
}

static void say_number(long n)
{
	char digits[24];
	size_t i = sizeof(digits);
	unsigned long u = n < 0 ? -(unsigned long)n : (unsigned long)n;

	digits[--i] = '\0';
	do {
		digits[--i] = (char)('0' + u % 10);
		u /= 10;
	} while (u);
	if (n < 0)
		digits[--i] = '-';
	say(digits + i);
}

static void end_line(void)
{
	line[line_length++] = '\n';
	sys_write(1, line, line_length);
	line_length = 0;
}

static void report(const char *word, const char *name, const char *why)
{
	say(word);
	say(" ");
	say(name);
	if (why) {
		say(": ");
		say(why);
	}
	end_line();
}

static void left(const char *name, const char *why)
{
	report("left", name, why);
}

/* ---- judging a result ---- */

static int is_error(long r)
{
	return (unsigned long)r >= -4095UL;
}

/* A wrong result, or one that says that this place cannot show the call. */
static void judge_other(const char *name, long got, long want)
{
	if (got == -EPERM) {
		report("skip", name, "EPERM: this user or sandbox may not");
		return;
	}
	if (got == -ENOSYS && under_qemu) {
		report("skip", name, "ENOSYS: qemu does not know it");
		return;
	}
	failures++;
	say("FAIL ");
	say(name);
	say(": returned ");
	say_number(got);
	say(", expected ");
	say_number(want);
	end_line();
}

static void expect(const char *name, long got, long want)
{
	if (got == want)
		report("ok", name, NULL);
	else
		judge_other(name, got, want);
}

static void either(const char *name, long got, long want, long or_this)
{
	expect(name, got, got == or_this ? or_this : want);
}

/*
 * For a call that writes or has no one value: `result` is set first, in a
 * statement of its own, then `right` says whether what it did is right.
 */
static long result;

static void expect_true(const char *name, int right)
{
	if (is_error(result))
		judge_other(name, result, 0);
	else if (right)
		report("ok", name, NULL);
	else {
		failures++;
		report("FAIL", name, "no error, but not what it should do");
	}
}

/* Not before Linux major.minor: an older kernel says ENOSYS. */
static int too_new(const char *name, long got, unsigned int major,
	unsigned int minor)
{
	if (got != -ENOSYS || under_qemu)
		return 0;
	if (kernel.major > major ||
	    (kernel.major == major && kernel.minor >= minor))
		return 0;
	report("skip", name, "ENOSYS: newer than this kernel");
	return 1;
}

/* The kernel can be built without it: ENOSYS tells nothing. */
static int built_without(const char *name, long got, const char *option)
{
	if (got != -ENOSYS || under_qemu)
		return 0;
	say("skip ");
	say(name);
	say(": ENOSYS: a kernel without CONFIG_");
	say(option);
	end_line();
	return 1;
}

static void expect_since(const char *name, long got, long want,
	unsigned int major, unsigned int minor)
{
	if (!too_new(name, got, major, minor))
		expect(name, got, want);
}

static void expect_option(const char *name, long got, long want,
	const char *option)
{
	if (!built_without(name, got, option))
		expect(name, got, want);
}

/* Retired, or never there. An older kernel may still refuse the arguments. */
static void gone(const char *name, long got)
{
	if (got == -EFAULT || got == -EPERM || got == -EINVAL)
		report("skip", name, "this kernel still has it");
	else
		expect(name, got, -ENOSYS);
}

static int same(const void *a, const void *b, size_t n)
{
	const char *x = a, *y = b;

	while (n && *x == *y) {
		x++;
		y++;
		n--;
	}
	return n == 0;
}

static void clear(void *p, size_t n)
{
	char *bytes = p;

	while (n--)
		*bytes++ = 0;
}

static int exit_status_of(long pid)
{
	int status = -1;

	if (sys_wait4((int)pid, &status, 0, NULL) != pid)
		return -1;
	return status & 0x7f ? -1 : status >> 8 & 0xff;
}

/* ---- files ---- */

static void check_reading_and_writing(void)
{
	char buffer[16];
	struct iovec two[2] = { { buffer, 3 }, { buffer + 3, 3 } };
	int fd = (int)sys_open("data", O_RDWR | O_CREAT | O_TRUNC, 0600);
	int copy;
	long from = 1, to = 0;

	result = fd;
	expect_true("open", fd > 2);
	expect("write", sys_write(fd, "abcdefgh", 8), 8);
	expect("lseek", sys_lseek(fd, -3, 2), 5);
	result = sys_read(fd, buffer, 16);
	expect_true("read", same(buffer, "fgh", 3));
	result = sys_pread64(fd, buffer, 4, 2);
	expect_true("pread64", same(buffer, "cdef", 4));
	expect("pwrite64", sys_pwrite64(fd, "CD", 2, 2), 2);
	sys_lseek(fd, 1, 0);
	result = sys_readv(fd, two, 2);
	expect_true("readv", same(buffer, "bCDefg", 6));
	sys_lseek(fd, 0, 0);
	expect("writev", sys_writev(fd, two, 2), 6);
	result = sys_preadv(fd, two, 1, 3, 0);
	expect_true("preadv", same(buffer, "efg", 3));
	expect("pwritev", sys_pwritev(fd, two, 2, 1, 0), 6);
	result = sys_preadv2(fd, two, 2, 0, 0, 0);
	expect_true("preadv2", same(buffer, "befgef", 6));
	expect("pwritev2", sys_pwritev2(fd, two, 1, 0, 0, 1 << 30),
		-EOPNOTSUPP);
	expect("fallocate", sys_fallocate(fd, 1, 0, PAGE), 0);
	expect("fadvise64", sys_fadvise64(fd, 0, 0, 99), -EINVAL);
	expect("readahead", sys_readahead(fd, 0, 8), 0);
	expect("sync_file_range", sys_sync_file_range(fd, 0, 8, 1 << 20),
		-EINVAL);
	expect("fsync", sys_fsync(fd), 0);
	expect("fdatasync", sys_fdatasync(fd), 0);
	expect("syncfs", sys_syncfs(fd), 0);
	sys_sync();
	expect("sync", sys_sync(), 0);
	expect("flock", sys_flock(fd, 2), 0);
	expect("ftruncate", sys_ftruncate(fd, 8), 0);
	expect("truncate", sys_truncate("data", 6), 0);
	expect_since("cachestat", sys_cachestat(NO_FD, NULL, NULL, 0), -EBADF,
		6, 5);

	copy = (int)sys_openat(AT_FDCWD, "copy", O_RDWR | O_CREAT, 0600);
	result = copy;
	expect_true("openat", copy > fd);
	sys_pwrite64(fd, "012345", 6, 0);
	expect("copy_file_range",
		sys_copy_file_range(fd, &from, copy, &to, 3, 0), 3);
	result = sys_sendfile(copy, fd, &from, 2);
	expect_true("sendfile", from == 6 && to == 3);
	sys_pread64(copy, buffer, 5, 0);
	result = sys_close((int)sys_creat("made", 0600));
	expect_true("creat", 1);
	expect("close", sys_close(copy), 0);
	expect("close_range", sys_close_range(2, 1, 0), -EINVAL);
	sys_close(fd);
}

static void check_descriptors(void)
{
	int ends[2] = { -1, -1 };
	int count = 0, high, duplicate, file;

	result = sys_pipe(ends);
	expect_true("pipe", ends[0] > 2 && ends[1] > ends[0]);
	sys_write(ends[1], "12345", 5);
	result = sys_ioctl(ends[0], 0x541b /* FIONREAD */, (unsigned
		long)&count);
	expect_true("ioctl", count == 5);
	duplicate = (int)sys_dup(ends[0]);
	result = duplicate;
	expect_true("dup", duplicate > ends[1]);
	high = (int)sys_fcntl(ends[0], F_DUPFD, 100);
	expect("fcntl", high, 100);
	expect("dup2", sys_dup2(ends[0], 101), 101);
	expect("dup3", sys_dup3(ends[0], ends[0], 0), -EINVAL);
	expect("pipe2", sys_pipe2(ends, ALL_ONES), -EINVAL);

	file = (int)sys_open("spliced", O_RDWR | O_CREAT, 0600);
	expect("splice", sys_splice(ends[0], NULL, file, &(long){ 0 }, 5, 0),
		5);
	expect("tee", sys_tee(NO_FD, ends[1], 1, 0), -EBADF);
	expect("vmsplice", sys_vmsplice(ends[1],
		&(struct iovec){ "xyz", 3 }, 1, 0), 3);
	sys_close(file);
	sys_close(duplicate);
	sys_close(high);
	sys_close(101);
	sys_close(ends[0]);
	sys_close(ends[1]);
}

static void check_names(void)
{
	char buffer[64];
	long n;
	int fd;
	struct open_how how = { 0 };

	expect("mkdir", sys_mkdir("d", 0700), 0);
	expect("mkdirat", sys_mkdirat(AT_FDCWD, "d/e", 0700), 0);
	expect("rmdir", sys_rmdir("d/e"), 0);
	expect("link", sys_link("data", "d/one"), 0);
	expect("linkat", sys_linkat(AT_FDCWD, "data", AT_FDCWD, "d/two", 0),
		0);
	expect("rename", sys_rename("d/one", "d/1"), 0);
	expect("renameat", sys_renameat(AT_FDCWD, "d/1", AT_FDCWD, "d/3"), 0);
	expect("renameat2", sys_renameat2(AT_FDCWD, "d/2", AT_FDCWD, "d/3",
		ALL_ONES), -EINVAL);
	expect("symlink", sys_symlink("3", "d/s"), 0);
	expect("symlinkat", sys_symlinkat("two", AT_FDCWD, "d/t"), 0);
	result = sys_readlink("d/s", buffer, 64);
	expect_true("readlink", buffer[0] == '3');
	result = sys_readlinkat(AT_FDCWD, "d/t", buffer, 64);
	expect_true("readlinkat", same(buffer, "two", 3));
	expect("mknod", sys_mknod("d/fifo", S_IFIFO | 0600, 0), 0);
	expect("mknodat", sys_mknodat(AT_FDCWD, "d/f2", S_IFIFO | 0600, 0), 0);

	fd = (int)sys_open("d", O_RDONLY | O_DIRECTORY, 0);
	result = sys_getdents(fd, (void *)buffer, 64);
	expect_true("getdents", 1);
	n = sys_getdents64(fd, buffer, 64);
	result = n;
	expect_true("getdents64", n > 0 && n <= 64);
	expect("fchdir", sys_fchdir(fd), 0);
	n = sys_getcwd(buffer, sizeof(buffer));
	result = n;
	expect_true("getcwd", n > 2 && same(buffer + n - 3, "/d", 3));
	expect("chdir", sys_chdir(".."), 0);
	how.flags = O_RDONLY;
	how.resolve = RESOLVE_BENEATH;
	expect("openat2", sys_openat2(fd, "../data", &how, sizeof(how)),
		-EXDEV);
	expect("unlinkat", sys_unlinkat(fd, "s", 0), 0);
	sys_close(fd);
	expect("unlink", sys_unlink("d/t"), 0);
	expect("chroot", sys_chroot("no-such-folder"), -ENOENT);
	expect_since("fchroot", sys_fchroot(NO_FD, 1), -EINVAL, 7, 3);
}

static void check_attributes(void)
{
	struct stat st = { 0 };
	struct statx sx = { 0 };
	struct statfs fs = { 0 };
	struct ustat us;
	struct timeval moments[2] = { { 11, 0 }, { 12, 0 } };
	struct timespec times[2] = { { 13, 0 }, { 14, 0 } };
	struct utimbuf both = { 9, 10 };
	int fd = (int)sys_open("data", O_RDONLY, 0);

	result = sys_stat("data", &st);
	expect_true("stat", st.st_size == 6);
	result = sys_lstat("d", &st);
	expect_true("lstat", (st.st_mode & S_IFMT) == S_IFDIR);
	result = sys_fstat(fd, &st);
	expect_true("fstat", st.st_nlink == 3);
	result = sys_newfstatat(fd, "", &st, AT_EMPTY_PATH);
	expect_true("newfstatat", st.st_size == 6);
	result = sys_statx(AT_FDCWD, "data", 0, STATX_SIZE, &sx);
	expect_true("statx", sx.stx_size == 6 && sx.stx_mask & STATX_SIZE);
	result = sys_statfs(".", &fs);
	expect_true("statfs", fs.f_bsize > 0);
	fs.f_bsize = 0;
	result = sys_fstatfs(fd, &fs);
	expect_true("fstatfs", fs.f_bsize > 0);
	expect("ustat", sys_ustat(0, &us), -EINVAL);
	expect("access", sys_access("data", 8), -EINVAL);
	expect("faccessat", sys_faccessat(AT_FDCWD, "data", 4), 0);
	expect_since("faccessat2",
		sys_faccessat2(AT_FDCWD, "data", 4, ALL_ONES), -EINVAL, 5, 8);

	expect("chmod", sys_chmod("data", 0400), 0);
	expect("fchmod", sys_fchmod(fd, 0500), 0);
	expect("fchmodat", sys_fchmodat(AT_FDCWD, "data", 0600), 0);
	expect_since("fchmodat2",
		sys_fchmodat2(AT_FDCWD, "data", 0640, 0x8000), -EINVAL, 6, 6);
	expect("chown", sys_chown("data", -1U, -1U), 0);
	expect("fchown", sys_fchown(fd, -1U, -1U), 0);
	expect("lchown", sys_lchown("data", -1U, -1U), 0);
	expect("fchownat", sys_fchownat(fd, "", -1U, -1U, AT_EMPTY_PATH), 0);

	result = sys_utime("data", &both);
	expect_true("utime", !sys_fstat(fd, &st) && st.st_mtime == 10);
	result = sys_utimes("data", moments);
	expect_true("utimes", !sys_fstat(fd, &st) && st.st_mtime == 12);
	moments[1].tv_sec = 15;
	result = sys_futimesat(AT_FDCWD, "data", moments);
	expect_true("futimesat", !sys_fstat(fd, &st) && st.st_mtime == 15);
	result = sys_utimensat(fd, NULL, times, 0);
	expect_true("utimensat", !sys_fstat(fd, &st) && st.st_mtime == 14);
	sys_umask(027);
	expect("umask", sys_umask(022), 027);
	sys_close(fd);
}

/* user.* attributes are not kept by every file system: no answer is known. */
static void expect_no_attribute(const char *name, long got)
{
	either(name, got, -ENODATA, -EOPNOTSUPP);
}

static void check_extended_attributes(void)
{
	char value[8];
	int fd = (int)sys_open("data", O_RDONLY, 0);

	expect("setxattr", sys_setxattr("data", "user.a", "v", 1, ALL_ONES),
		-EINVAL);
	expect("lsetxattr", sys_lsetxattr("data", "user.a", "v", 1, ALL_ONES),
		-EINVAL);
	expect("fsetxattr", sys_fsetxattr(fd, "user.a", "v", 1, ALL_ONES),
		-EINVAL);
	expect_no_attribute("getxattr",
		sys_getxattr("data", "user.a", value, 8));
	expect_no_attribute("lgetxattr",
		sys_lgetxattr("data", "user.a", value, 8));
	expect_no_attribute("fgetxattr",
		sys_fgetxattr(fd, "user.a", value, 8));
	result = sys_listxattr("data", NULL, 0);
	expect_true("listxattr", 1);
	result = sys_llistxattr("data", NULL, 0);
	expect_true("llistxattr", 1);
	result = sys_flistxattr(fd, NULL, 0);
	expect_true("flistxattr", 1);
	expect_no_attribute("removexattr", sys_removexattr("data", "user.a"));
	expect_no_attribute("lremovexattr",
		sys_lremovexattr("data", "user.a"));
	expect_no_attribute("fremovexattr", sys_fremovexattr(fd, "user.a"));
	expect_since("setxattrat", sys_setxattrat(fd, "", 0, "user.a", NULL,
		0), -EINVAL, 6, 13);
	expect_since("getxattrat", sys_getxattrat(fd, "", 0, "user.a", NULL,
		0), -EINVAL, 6, 13);
	expect_since("listxattrat", sys_listxattrat(fd, "", -1U, value, 8),
		-EINVAL, 6, 13);
	expect_since("removexattrat",
		sys_removexattrat(fd, "", -1U, "user.a"), -EINVAL, 6, 13);
	expect_since("file_getattr", sys_file_getattr(fd, "", BAD, 0, -1U),
		-EINVAL, 6, 17);
	expect_since("file_setattr", sys_file_setattr(fd, "", BAD, 0, -1U),
		-EINVAL, 6, 17);
	sys_close(fd);
}

static void check_mounts(void)
{
	unsigned int handle[40] = { 0 };

	expect("mount", sys_mount("a", "b", BAD, 0, NULL), -EFAULT);
	expect("umount2", sys_umount2("no-such-folder", ALL_ONES), -EINVAL);
	expect("pivot_root", sys_pivot_root(BAD, "no"), -EFAULT);
	expect_since("open_tree", sys_open_tree(AT_FDCWD, ".", -1U), -EINVAL,
		5, 2);
	expect_since("move_mount", sys_move_mount(-1, "", -1, "", -1U),
		-EINVAL, 5, 2);
	expect_since("fsopen", sys_fsopen("tmpfs", -1U), -EINVAL, 5, 2);
	expect_since("fsconfig", sys_fsconfig(-1, 0, NULL, NULL, 0), -EINVAL,
		5, 2);
	expect_since("fsmount", sys_fsmount(-1, -1U, 0), -EINVAL, 5, 2);
	expect_since("fspick", sys_fspick(AT_FDCWD, ".", -1U), -EINVAL, 5, 2);
	expect_since("mount_setattr",
		sys_mount_setattr(AT_FDCWD, ".", -1U, BAD, 32), -EINVAL,
		5, 12);
	expect_since("open_tree_attr",
		sys_open_tree_attr(AT_FDCWD, ".", -1U, NULL, 0), -EINVAL,
		6, 15);
	expect_since("statmount", sys_statmount(BAD, NULL, 0, -1U), -EINVAL,
		6, 8);
	expect_since("listmount", sys_listmount(BAD, NULL, 0, -1U), -EINVAL,
		6, 8);
	expect_since("listns", sys_listns(BAD, NULL, 0, -1U), -EINVAL, 6, 19);
	expect_option("quotactl", sys_quotactl(-1U, NULL, 0, NULL), -EINVAL,
		"QUOTACTL");
	if (!built_without("quotactl_fd", sys_quotactl_fd(-1, 0, 0, NULL),
	    "QUOTACTL"))
		expect("quotactl_fd", sys_quotactl_fd(-1, 0, 0, NULL), -EBADF);
	expect_option("sysfs", sys_sysfs(99, 0, 0), -EINVAL, "SYSFS_SYSCALL");
	expect_option("name_to_handle_at",
		sys_name_to_handle_at(AT_FDCWD, "data", (void *)handle, handle,
			ALL_ONES),
		-EINVAL, "FHANDLE");
	if (!built_without("open_by_handle_at",
	    sys_open_by_handle_at(NO_FD, BAD, 0), "FHANDLE"))
		either("open_by_handle_at",
			sys_open_by_handle_at(NO_FD, BAD, 0), -EBADF, -EFAULT);
	expect("swapon", sys_swapon("no-such-file", ALL_ONES), -EINVAL);
	expect("swapoff", sys_swapoff(BAD), -EFAULT);
	expect_option("acct", sys_acct(BAD), -EFAULT, "BSD_PROCESS_ACCT");
}

static void check_watching(void)
{
	unsigned long long value = 0;
	unsigned long usr1 = 1UL << (SIGUSR1 - 1);
	struct itimerspec soon = { { 0, 0 }, { 100, 0 } }, rest = { 0 };
	int fd;

	fd = (int)sys_eventfd(7);
	sys_read(fd, &value, 8);
	result = fd;
	expect_true("eventfd", value == 7);
	sys_close(fd);
	expect("eventfd2", sys_eventfd2(0, ALL_ONES), -EINVAL);
	fd = (int)sys_signalfd(-1, &usr1, 8);
	result = sys_close(fd);
	expect_true("signalfd", fd > 2);
	expect("signalfd4", sys_signalfd4(-1, &usr1, 8, ALL_ONES), -EINVAL);

	fd = (int)sys_timerfd_create(1, 0);
	result = fd;
	expect_true("timerfd_create", fd > 2);
	expect("timerfd_settime", sys_timerfd_settime(fd, 0, &soon, NULL), 0);
	result = sys_timerfd_gettime(fd, &rest);
	expect_true("timerfd_gettime", rest.it_value.tv_sec >= 98);
	sys_close(fd);

	fd = (int)sys_inotify_init();
	result = fd;
	expect_true("inotify_init", fd > 2);
	expect("inotify_add_watch", sys_inotify_add_watch(fd, ".", 2), 1);
	expect("inotify_rm_watch", sys_inotify_rm_watch(fd, 1), 0);
	sys_close(fd);
	expect("inotify_init1", sys_inotify_init1(ALL_ONES), -EINVAL);
	expect_option("fanotify_init", sys_fanotify_init(-1U, 0), -EINVAL,
		"FANOTIFY");
	expect_option("fanotify_mark",
		sys_fanotify_mark(NO_FD, 1, 0x20, AT_FDCWD, "."), -EBADF,
		"FANOTIFY");
}

static void check_polling(void)
{
	int ends[2];
	unsigned long set[16] = { 0 };
	struct pollfd pollfd = { 0, POLLIN, 0 };
	struct epoll_event event = { POLLIN, 77 }, got = { 0, 0 };
	int epoll;

	sys_pipe2(ends, 0);
	sys_write(ends[1], "x", 1);
	pollfd.fd = ends[0];
	result = sys_poll(&pollfd, 1, 0);
	expect_true("poll", pollfd.revents == POLLIN);
	pollfd.revents = 0;
	result = sys_ppoll(&pollfd, 1, &at_once, NULL, 8);
	expect_true("ppoll", pollfd.revents == POLLIN);
	set[0] = 1UL << ends[0];
	expect("select", sys_select(ends[0] + 1, set, NULL, NULL, NULL), 1);
	at_once.tv_sec = at_once.tv_nsec = 0;
	expect("pselect6", sys_pselect6(ends[0] + 1, set, NULL, NULL, &at_once,
		NULL), 1);

	epoll = (int)sys_epoll_create(1);
	result = epoll;
	expect_true("epoll_create", epoll > 2);
	expect("epoll_ctl", sys_epoll_ctl(epoll, EPOLL_CTL_ADD, ends[0],
		&event), 0);
	result = sys_epoll_wait(epoll, &got, 1, 0);
	expect_true("epoll_wait", got.data == 77);
	expect("epoll_pwait", sys_epoll_pwait(epoll, &got, 1, 0, NULL, 8), 1);
	expect_since("epoll_pwait2", sys_epoll_pwait2(epoll, &got, 1, &at_once,
		NULL, 8), 1, 5, 11);
	expect("epoll_create1", sys_epoll_create1(ALL_ONES), -EINVAL);
	sys_close(epoll);
	sys_close(ends[0]);
	sys_close(ends[1]);
}

/* ---- memory ---- */

/* Every argument of mmap changes what one sees: all six arrived. */
static void check_mmap(void)
{
	char *area = (char *)sys_mmap(NULL, 3 * PAGE, PROT_NONE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *middle = area + PAGE;
	unsigned char resident = 0;
	int fd = (int)sys_memfd_create("pages", MFD_CLOEXEC);
	char *moved, *page;

	expect("memfd_create", sys_fcntl(fd, F_GETFD, 0), FD_CLOEXEC);
	sys_ftruncate(fd, 2 * PAGE);
	sys_pwrite64(fd, "second", 6, PAGE);
	page = (char *)sys_mmap(middle, PAGE, PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_FIXED, fd, PAGE);
	result = (long)page;
	expect_true("mmap", page == middle && same(page, "second", 6));
	page[0] = 'S';
	expect("msync", sys_msync(page, PAGE, 4), 0);
	expect("mprotect", sys_mprotect(page, PAGE, PROT_READ), 0);
	expect_option("pkey_mprotect", sys_pkey_mprotect(page, PAGE,
		PROT_READ, ALL_ONES), 0, "X86_INTEL_MEMORY_PROTECTION_KEYS");
	result = sys_mincore(page, PAGE, &resident);
	expect_true("mincore", resident & 1);
	moved = (char *)sys_mremap(page, PAGE, PAGE,
		MREMAP_MAYMOVE | MREMAP_FIXED, area);
	result = (long)moved;
	expect_true("mremap", moved == area && same(moved, "Second", 6));
	expect("remap_file_pages",
		sys_remap_file_pages(moved, PAGE, PROT_READ, 0, 0), -EINVAL);
	expect("mlock", sys_mlock(moved, PAGE), 0);
	expect("munlock", sys_munlock(moved, PAGE), 0);
	expect("mlock2", sys_mlock2(moved, PAGE, ALL_ONES), -EINVAL);
	expect("mlockall", sys_mlockall(0), -EINVAL);
	expect("munlockall", sys_munlockall(), 0);
	expect("munmap", sys_munmap(area, 3 * PAGE), 0);
	sys_close(fd);
}

static void check_memory(void)
{
	long end = sys_brk(NULL);
	int mode = -1;
	char *page = (char *)sys_mmap(NULL, PAGE, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	page[0] = 1;
	result = sys_madvise(page, PAGE, 4 /* MADV_DONTNEED */);
	expect_true("madvise", page[0] == 0);
	result = end;
	expect_true("brk", end > PAGE && sys_brk(BAD) == end);
	expect_option("pkey_alloc", sys_pkey_alloc(-1UL, 0), -EINVAL,
		"X86_INTEL_MEMORY_PROTECTION_KEYS");
	expect_option("pkey_free", sys_pkey_free(-1), -EINVAL,
		"X86_INTEL_MEMORY_PROTECTION_KEYS");
	expect_option("memfd_secret", sys_memfd_secret(-1U), -EINVAL,
		"SECRETMEM");
	expect_option("userfaultfd", sys_userfaultfd(ALL_ONES), -EINVAL,
		"USERFAULTFD");
	expect_option("mbind", sys_mbind((void *)1, PAGE, 0, NULL, 0, 0),
		-EINVAL, "NUMA");
	expect_option("set_mempolicy", sys_set_mempolicy(0, NULL, 0), 0,
		"NUMA");
	result = sys_get_mempolicy(&mode, NULL, 0, NULL, 0);
	if (!built_without("get_mempolicy", result, "NUMA"))
		expect_true("get_mempolicy", mode == 0);
	expect_option("set_mempolicy_home_node",
		sys_set_mempolicy_home_node(1, PAGE, 0, 0), -EINVAL, "NUMA");
	expect_option("migrate_pages",
		sys_migrate_pages(NO_PID, 0, NULL, NULL), -ESRCH, "MIGRATION");
	expect_option("move_pages",
		sys_move_pages(0, 0, NULL, NULL, NULL, ALL_ONES), -EINVAL,
		"MIGRATION");
	expect_option("process_madvise",
		sys_process_madvise(NO_FD, NULL, 0, 0, 1), -EINVAL, "ADVISE");
	expect_since("process_mrelease", sys_process_mrelease(NO_FD, 1),
		-EINVAL, 5, 15);
	expect_since("mseal", sys_mseal(NULL, 0, -1UL), -EINVAL, 6, 10);
	if (!built_without("map_shadow_stack",
	    sys_map_shadow_stack(0, 0, -1U), "X86_USER_SHADOW_STACK"))
		either("map_shadow_stack", sys_map_shadow_stack(0, 0, -1U),
			-EINVAL, -EOPNOTSUPP);
}

static void check_other_memory(void)
{
	char here[6] = "", there[6] = "remote";
	struct iovec local = { here, 6 }, remote = { there, 6 };
	int pid = (int)sys_getpid();

	/* Argument 6 is reserved: anything but 0 there is refused. */
	result = sys_process_vm_readv(pid, &local, 1, &remote, 1, 0);
	if (!built_without("process_vm_readv", result, "CROSS_MEMORY_ATTACH"))
		expect_true("process_vm_readv", same(here, there, 6) &&
			sys_process_vm_readv(pid, &local, 1, &remote, 1, 1)
			== -EINVAL);
	here[0] = 'R';
	result = sys_process_vm_writev(pid, &local, 1, &remote, 1, 0);
	if (!built_without("process_vm_writev", result, "CROSS_MEMORY_ATTACH"))
		expect_true("process_vm_writev", there[0] == 'R');
	expect_option("kcmp", sys_kcmp(pid, pid, 0, 0, 0), 0, "KCMP");
}

/* ---- time ---- */

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
	result = sys_time(&seconds);
	expect_true("time", seconds >= now.tv_sec);
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

/* ---- signals ---- */

static volatile int caught;

static void count_signal(int number)
{
	caught = number;
}

static void handle(int number)
{
	struct sigaction act;

	clear(&act, sizeof(act));
	act.sa_handler = count_signal;
	act.sa_flags = 0x04000000;	/* SA_RESTORER */
	act.sa_restorer = (__sigrestore_t)sys_rt_sigreturn;
	expect("rt_sigaction", sys_rt_sigaction(number, &act, NULL, 8), 0);
}

static void check_queued_signals(int pid)
{
	unsigned long usr2 = 1UL << (SIGUSR2 - 1), pending = 0, before;
	struct siginfo info, got;

	expect("rt_sigprocmask", sys_rt_sigprocmask(0, &usr2, &before, 8), 0);
	clear(&info, sizeof(info));
	info.si_signo = SIGUSR2;
	info.si_code = -1;		/* SI_QUEUE */
	info.si_value.sival_int = 1234;
	expect("rt_sigqueueinfo", sys_rt_sigqueueinfo(pid, SIGUSR2, &info), 0);
	result = sys_rt_sigpending(&pending, 8);
	expect_true("rt_sigpending", pending & usr2);
	result = sys_rt_sigtimedwait(&usr2, &got, &at_once, 8);
	expect_true("rt_sigtimedwait", got.si_value.sival_int == 1234);
	expect("rt_tgsigqueueinfo", sys_rt_tgsigqueueinfo(pid,
		(int)sys_gettid(), SIGUSR2, &info), 0);
	sys_rt_sigtimedwait(&usr2, &got, &at_once, 8);
	sys_rt_sigprocmask(2, &before, NULL, 8);
}

static void check_signals(void)
{
	int pid = (int)sys_getpid(), tid = (int)sys_gettid(), fd;
	struct itimerval often = { { 0, 5000 }, { 0, 5000 } };
	struct itimerval never = { { 0, 0 }, { 0, 0 } };
	struct sigaltstack stack;
	unsigned long nothing = 0;

	handle(SIGALRM);
	expect("kill", sys_kill(pid, 0), 0);
	expect("tkill", sys_tkill(tid, 0), 0);
	caught = 0;
	result = sys_tgkill(pid, tid, SIGALRM);
	expect_true("tgkill", caught == SIGALRM);
	result = caught;
	expect_true("rt_sigreturn", caught == SIGALRM);
	/* It comes again and again: before the call it is not too early. */
	sys_setitimer(0, &often, NULL);
	expect("pause", sys_pause(), -EINTR);
	expect("rt_sigsuspend", sys_rt_sigsuspend(&nothing, 8), -EINTR);
	sys_setitimer(0, &never, NULL);
	expect("restart_syscall", sys_restart_syscall(), -EINTR);
	expect("sigaltstack", sys_sigaltstack(NULL, &stack), 0);
	check_queued_signals(pid);

	fd = (int)sys_pidfd_open(pid, 0);
	result = fd;
	if (!too_new("pidfd_open", fd, 5, 3))
		expect_true("pidfd_open", fd > 2);
	expect_since("pidfd_send_signal",
		sys_pidfd_send_signal(fd, 0, NULL, -1U), -EINVAL, 5, 1);
	expect_since("pidfd_getfd", sys_pidfd_getfd(fd, 0, -1U), -EINVAL,
		5, 6);
	sys_close(fd);
}

/* ---- processes ---- */

static void never_returns(void) __attribute__((__noreturn__, __noinline__));
static void never_returns(void)
{
	sys_exit(7);
}

/*
 * On a new stack the child may call what does not return, and no more: an
 * inlined function would look for its locals in a frame that is not there.
 */
static char child_stack[4 * PAGE] __attribute__((__aligned__(16)));
#define CHILD_STACK_TOP (child_stack + sizeof(child_stack) - 256)

/* What the child of sys_clone sees of arguments 2, 4 and 5. */
static int child_tid;

static void look_around(void) __attribute__((__noreturn__, __noinline__));
static void look_around(void)
{
	char here;
	unsigned long tls = 0;

	sys_arch_prctl(ARCH_GET_FS, (unsigned long)&tls);
	if (&here < child_stack || &here >= CHILD_STACK_TOP)
		sys_exit(2);
	if (child_tid != sys_gettid())
		sys_exit(4);
	sys_exit(tls == (unsigned long)child_stack ? 6 : 5);
}

static void check_clones(void)
{
	static struct clone_args arguments;
	long pid = sys_clone(SIGCHLD, NULL, NULL, NULL, 0);
	int as_fork;

	if (pid == 0)
		sys_exit_group(5);
	as_fork = exit_status_of(pid) == 5;
	pid = sys_clone(0x1000000 /* CLONE_CHILD_SETTID */ |
		0x80000 /* CLONE_SETTLS */ | SIGCHLD, CHILD_STACK_TOP, NULL,
		&child_tid, (unsigned long)child_stack);
	if (pid == 0)
		look_around();
	expect("clone", as_fork ? exit_status_of(pid) : 0, 6);

	pid = sys_vfork();
	if (pid == 0)
		never_returns();
	expect("vfork", exit_status_of(pid), 7);

	arguments.exit_signal = SIGCHLD;
	arguments.flags = 0x100;	/* CLONE_VM */
	arguments.stack = (unsigned long)child_stack;
	arguments.stack_size = sizeof(child_stack) - 256;
	pid = sys_clone3(&arguments, sizeof(arguments));
	if (pid == 0)
		never_returns();
	if (!too_new("clone3", pid, 5, 3)) {
		if (is_error(pid))
			expect("clone3", pid, 7);
		else
			expect("clone3", exit_status_of(pid), 7);
	}
}

/* A child that could not become this program anew exits with the error. */
static long outcome_of(long pid)
{
	int status = exit_status_of(pid);

	return status == EXECED ? EXECED : -status;
}

static void check_processes(void)
{
	char *const argv[] = { program, "execed", NULL };
	char *const envp[] = { "PREMAIN=yes", NULL };
	struct siginfo info;
	struct rusage usage;
	long pid, self = sys_getpid();

	pid = sys_fork();
	if (pid == 0)
		sys_exit(sys_getppid() == self ? 3 : 4);
	clear(&info, sizeof(info));
	result = sys_waitid(1, (int)pid, &info, 4, &usage);
	expect_true("waitid", info.si_pid == pid && info.si_status == 3);
	result = pid;
	expect_true("fork", 1);
	expect("exit", info.si_status, 3);
	expect("getppid", info.si_status, 3);
	pid = sys_fork();
	if (pid == 0)
		sys_exit_group(9);
	expect("exit_group", exit_status_of(pid), 9);
	expect("wait4", sys_wait4(-1, NULL, 1, &usage), -ECHILD);

	pid = sys_fork();
	if (pid == 0)
		sys_exit((int)-sys_execve(program, argv, envp));
	expect("execve", outcome_of(pid), EXECED);
	pid = sys_fork();
	if (pid == 0)
		sys_exit((int)-sys_execveat(AT_FDCWD, program, argv, envp, 0));
	expect("execveat", outcome_of(pid), EXECED);
}

static void check_groups_and_sessions(void)
{
	long pid = sys_fork();

	if (pid == 0) {
		long self = sys_getpid();

		if (sys_setpgid(0, 0) != 0 || sys_getpgid(0) != self)
			sys_exit(1);
		if (sys_getpgrp() != self || sys_setsid() != -EPERM)
			sys_exit(2);
		pid = sys_fork();
		if (pid == 0)
			sys_exit(sys_setsid() == sys_getpid() &&
				sys_getsid(0) == sys_getpid() ? 0 : 3);
		sys_exit(exit_status_of(pid));
	}
	pid = exit_status_of(pid);
	expect("setpgid", pid, 0);
	expect("getpgid", pid, 0);
	expect("getpgrp", pid, 0);
	expect("setsid", pid, 0);
	expect("getsid", pid, 0);
}

static void check_identity(void)
{
	unsigned int user = (unsigned int)sys_getuid();
	unsigned int group = (unsigned int)sys_getgid();
	unsigned int real = 1, effective = 2, saved = 3;

	result = user;
	expect_true("getuid", sys_setreuid(user, -1U) == 0);
	result = group;
	expect_true("getgid", sys_setregid(group, -1U) == 0);
	result = sys_getresuid(&real, &effective, &saved);
	expect_true("getresuid", real == user && effective == saved);
	expect("geteuid", sys_geteuid(), effective);
	result = sys_getresgid(&real, &effective, &saved);
	expect_true("getresgid", real == group && effective == saved);
	expect("getegid", sys_getegid(), effective);
	expect("setuid", sys_setuid(user), 0);
	expect("setgid", sys_setgid(group), 0);
	expect("setreuid", sys_setreuid(-1U, -1U), 0);
	expect("setregid", sys_setregid(-1U, -1U), 0);
	expect("setresuid", sys_setresuid(-1U, -1U, -1U), 0);
	expect("setresgid", sys_setresgid(-1U, -1U, -1U), 0);
	expect("setfsuid", sys_setfsuid(-1U), sys_geteuid());
	expect("setfsgid", sys_setfsgid(-1U), sys_getegid());
	result = sys_getgroups(0, NULL);
	expect_true("getgroups", 1);
	expect("setgroups", sys_setgroups(-1, NULL), -EINVAL);
	result = sys_getpid();
	expect_true("getpid", sys_getpid() == sys_gettid());
	result = sys_gettid();
	expect_true("gettid", sys_gettid() > 0);
}

static void check_capabilities(void)
{
	struct __user_cap_header_struct header;
	struct __user_cap_data_struct data[2];
	unsigned long stack_pointer_is_near = 0;

	header.version = _LINUX_CAPABILITY_VERSION_3;
	header.pid = 0;
	expect("capget", sys_capget(&header, data), 0);
	expect("capset", sys_capset(&header, data), 0);
	expect("personality", sys_personality(-1U), sys_personality(-1U));
	/* prctl refuses anything in arguments 2 to 5 here: each arrives. */
	expect("prctl", sys_prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 1), -EINVAL);
	expect("arch_prctl", sys_arch_prctl(ARCH_GET_FS,
		(unsigned long)&stack_pointer_is_near), 0);
	expect_option("seccomp", sys_seccomp(-1U, 0, NULL), -EINVAL,
		"SECCOMP");
	either("ptrace", sys_ptrace(7, NO_PID, NULL, NULL), -ESRCH, -ESRCH);
	expect_option("modify_ldt", sys_modify_ldt(99, NULL, 0),
		(unsigned int)-ENOSYS, "MODIFY_LDT_SYSCALL");
	expect("unshare", sys_unshare(1), -EINVAL);
	expect("setns", sys_setns(NO_FD, 0), -EBADF);
	expect_option("iopl", sys_iopl(4), -EINVAL, "X86_IOPL_IOPERM");
	expect_option("ioperm", sys_ioperm(-1UL, 1, 0), -EINVAL,
		"X86_IOPL_IOPERM");
	expect_option("add_key",
		sys_add_key("user", "a", "b", 1 << 20, 0), -EINVAL, "KEYS");
	expect_option("request_key", sys_request_key(BAD, "a", "b", 0),
		-EFAULT, "KEYS");
	expect_option("keyctl", sys_keyctl(9999, 0, 0, 0, 0), -EOPNOTSUPP,
		"KEYS");
}

static void check_security(void)
{
	result = sys_landlock_create_ruleset(NULL, 0, 1);
	if (result == -EOPNOTSUPP)
		report("skip", "landlock_create_ruleset",
			"EOPNOTSUPP: switched off at boot");
	else if (!built_without("landlock_create_ruleset", result,
	    "SECURITY_LANDLOCK"))
		expect_true("landlock_create_ruleset", result > 0);
	if (!built_without("landlock_add_rule",
	    sys_landlock_add_rule(NO_FD, 1, NULL, -1U), "SECURITY_LANDLOCK"))
		either("landlock_add_rule",
			sys_landlock_add_rule(NO_FD, 1, NULL, -1U), -EINVAL,
			-EOPNOTSUPP);
	if (!built_without("landlock_restrict_self",
	    sys_landlock_restrict_self(NO_FD, -1U), "SECURITY_LANDLOCK"))
		either("landlock_restrict_self",
			sys_landlock_restrict_self(NO_FD, -1U), -EINVAL,
			-EOPNOTSUPP);
	if (!too_new("lsm_get_self_attr",
	    sys_lsm_get_self_attr(0, NULL, NULL, 0), 6, 8))
		expect_option("lsm_get_self_attr",
			sys_lsm_get_self_attr(0, NULL, NULL, 0), -EINVAL,
			"SECURITY");
	if (!too_new("lsm_set_self_attr",
	    sys_lsm_set_self_attr(0, BAD, 0, 1), 6, 8))
		expect_option("lsm_set_self_attr",
			sys_lsm_set_self_attr(0, BAD, 0, 1), -EINVAL,
			"SECURITY");
	if (!too_new("lsm_list_modules",
	    sys_lsm_list_modules(NULL, NULL, 1), 6, 8))
		expect_option("lsm_list_modules",
			sys_lsm_list_modules(NULL, NULL, 1), -EINVAL,
			"SECURITY");
	expect_option("bpf", sys_bpf(-1, NULL, 0), -EINVAL, "BPF_SYSCALL");
	expect_option("perf_event_open",
		sys_perf_event_open(BAD, 0, 0, 0, -1UL), -EINVAL,
		"PERF_EVENTS");
	expect("syslog", sys_syslog(-1, NULL, 0), -EINVAL);
}

static void check_scheduling(void)
{
	struct sched_param param = { -1 };
	struct timespec slice;
	unsigned long cpus[128] = { 0 };
	unsigned int cpu = -1U, node = -1U;
	char attr[56];
	long n;

	expect("sched_getscheduler", sys_sched_getscheduler(0), 0);
	result = sys_sched_getparam(0, &param);
	expect_true("sched_getparam", param.sched_priority == 0);
	expect("sched_setparam", sys_sched_setparam(0, &param), 0);
	expect("sched_setscheduler", sys_sched_setscheduler(0, 0, &param), 0);
	expect("sched_get_priority_max", sys_sched_get_priority_max(1), 99);
	expect("sched_get_priority_min", sys_sched_get_priority_min(1), 1);
	expect("sched_rr_get_interval", sys_sched_rr_get_interval(0, &slice),
		0);
	n = sys_sched_getaffinity(0, sizeof(cpus), cpus);
	result = n;
	expect_true("sched_getaffinity", n >= 8);
	expect("sched_setaffinity",
		sys_sched_setaffinity(0, sizeof(cpus), cpus), 0);
	expect("sched_getattr", sys_sched_getattr(0, (void *)attr, 48, 0), 0);
	expect("sched_setattr", sys_sched_setattr(0, (void *)attr, -1U),
		-EINVAL);
	expect("sched_yield", sys_sched_yield(), 0);
	result = sys_getcpu(&cpu, &node, NULL);
	expect_true("getcpu", cpu < 8192);
	n = sys_getpriority(0, 0);
	result = n;
	expect_true("getpriority", n >= 1 && n <= 40);
	expect("setpriority", sys_setpriority(0, 0, (int)(20 - n)), 0);
	expect_option("ioprio_get", sys_ioprio_get(99, 0), -EINVAL, "BLOCK");
	expect_option("ioprio_set", sys_ioprio_set(99, 0, 0), -EINVAL,
		"BLOCK");
	expect_option("membarrier", sys_membarrier(0, -1U, 0), -EINVAL,
		"MEMBARRIER");
	expect_option("rseq", sys_rseq(NULL, 0, 1 << 20, 0), -EINVAL, "RSEQ");
	if (!too_new("rseq_slice_yield", sys_rseq_slice_yield(), 7, 0))
		expect_option("rseq_slice_yield", sys_rseq_slice_yield(), 0,
			"RSEQ_SLICE_EXTENSION");
}

static void check_limits_and_names(void)
{
	struct rlimit limit = { 0, 0 };
	struct rlimit64 limit64 = { 0, 0 };
	struct rusage usage;
	struct sysinfo info;
	struct utsname name;
	static int tid;

	result = sys_getrlimit(7, &limit);
	expect_true("getrlimit", limit.rlim_cur > 2);
	expect("setrlimit", sys_setrlimit(7, &limit), 0);
	result = sys_prlimit64(0, 7, NULL, &limit64);
	expect_true("prlimit64", limit64.rlim_cur == limit.rlim_cur);
	expect("getrusage", sys_getrusage(0, &usage), 0);
	result = sys_sysinfo(&info);
	expect_true("sysinfo", info.totalram > 0);
	result = sys_uname(&name);
	expect_true("uname", same(name.sysname, "Linux", 6));
	expect("sethostname", sys_sethostname(name.nodename, -1), -EINVAL);
	expect("setdomainname", sys_setdomainname(name.domainname, -1),
		-EINVAL);
	expect("set_tid_address", sys_set_tid_address(&tid), sys_gettid());
	result = sys_getrandom(&tid, 4, 0);
	expect_true("getrandom", sys_getrandom(&tid, 4, -1U) == -EINVAL);
}

/* ---- threads' meeting points ---- */

static void check_futexes(void)
{
	static unsigned int word = 5, other;
	static struct robust_list_head list, *head;
	struct futex_waitv waiter = { 0 };
	size_t size = 0;

	/* FUTEX_CMP_REQUEUE compares *uaddr with argument 6. */
	expect("futex", sys_futex(&word, FUTEX_CMP_REQUEUE, 1, NULL, &other,
		4), -EAGAIN);
	if (sys_futex(&word, FUTEX_CMP_REQUEUE, 1, NULL, &other, 5) != 0)
		expect("futex", -1, 0);
	waiter.val = 4;
	waiter.uaddr = (unsigned long)&word;
	waiter.flags = FUTEX_32;
	expect_since("futex_waitv", sys_futex_waitv(&waiter, 1, 0, NULL, 0),
		-EAGAIN, 5, 16);
	expect_since("futex_wake", sys_futex_wake(&word, 1, 1, FUTEX_32), 0,
		6, 7);
	expect_since("futex_wait", sys_futex_wait(&word, 4, 1, FUTEX_32, NULL,
		0), -EAGAIN, 6, 7);
	expect_since("futex_requeue", sys_futex_requeue(NULL, -1U, 0, 0),
		-EINVAL, 6, 7);
	list.list.next = &list.list;
	expect("set_robust_list", sys_set_robust_list(&list, sizeof(list)),
		0);
	result = sys_get_robust_list(0, &head, &size);
	expect_true("get_robust_list", head == &list && size == sizeof(list));
	sys_set_robust_list(NULL, sizeof(list));
}

static void check_message_queue(void)
{
	struct mq_attr attr = { 0 }, got = { 0 };
	/* qemu looks at the byte before: the C library wants a slash there. */
	const char *name = &"/premain-test"[1];
	char text[8] = "";
	unsigned int priority = 0;
	int queue;

	attr.mq_maxmsg = 1;
	attr.mq_msgsize = 8;
	sys_mq_unlink(name);
	queue = (int)sys_mq_open(name, O_CREAT | O_RDWR, 0600, &attr);
	if (built_without("mq_open", queue, "POSIX_MQUEUE")) {
		queue = -1;
		built_without("mq_timedsend", -ENOSYS, "POSIX_MQUEUE");
		built_without("mq_timedreceive", -ENOSYS, "POSIX_MQUEUE");
		built_without("mq_getsetattr", -ENOSYS, "POSIX_MQUEUE");
		built_without("mq_notify", -ENOSYS, "POSIX_MQUEUE");
		built_without("mq_unlink", -ENOSYS, "POSIX_MQUEUE");
		return;
	}
	result = queue;
	expect_true("mq_open", queue > 2);
	expect("mq_timedsend", sys_mq_timedsend(queue, "hello", 6, 3, NULL),
		0);
	result = sys_mq_timedreceive(queue, text, 8, &priority, NULL);
	expect_true("mq_timedreceive", priority == 3 && same(text, "hello", 6));
	result = sys_mq_getsetattr(queue, NULL, &got);
	expect_true("mq_getsetattr", got.mq_msgsize == 8);
	expect("mq_notify", sys_mq_notify(queue, NULL), 0);
	expect("mq_unlink", sys_mq_unlink(name), 0);
	sys_close(queue);
}

static void check_system_v(void)
{
	static const char *const names[] = { "shmget", "shmat", "shmdt",
		"shmctl", "semget", "semop", "semtimedop", "semctl", "msgget",
		"msgsnd", "msgrcv", "msgctl" };
	struct message out = { 5, "sysv" }, in = { 0, "" };
	struct sembuf up = { 0, 2, 0 };
	int memory = (int)sys_shmget(0, PAGE, 0600), set, queue;
	char *at;
	size_t i;

	for (i = 0; memory == -ENOSYS && i < 12; i++)
		built_without(names[i], -ENOSYS, "SYSVIPC");
	if (memory == -ENOSYS)
		return;
	result = memory;
	expect_true("shmget", 1);
	at = (char *)sys_shmat(memory, NULL, 0);
	result = (long)at;
	expect_true("shmat", !is_error((long)at) && at[0] == 0);
	expect("shmdt", sys_shmdt(at), 0);
	expect("shmctl", sys_shmctl(memory, IPC_RMID, NULL), 0);
	set = (int)sys_semget(0, 1, 0600);
	result = set;
	expect_true("semget", 1);
	expect("semop", sys_semop(set, &up, 1), 0);
	up.sem_op = -1;
	result = sys_semtimedop(set, &up, 1, NULL);
	expect_true("semtimedop", sys_semctl(set, 0, GETVAL, 0) == 1);
	expect("semctl", sys_semctl(set, 0, IPC_RMID, 0), 0);
	queue = (int)sys_msgget(0, 0600);
	result = queue;
	expect_true("msgget", 1);
	expect("msgsnd", sys_msgsnd(queue, &out, 5, 0), 0);
	result = sys_msgrcv(queue, &in, 8, 5, 0);
	expect_true("msgrcv", in.type == 5 && same(in.text, "sysv", 5));
	expect("msgctl", sys_msgctl(queue, IPC_RMID, NULL), 0);
}

/* ---- sockets ---- */

static void check_a_connection(void)
{
	struct sockaddr address = { AF_UNIX, "\0premain" }, peer;
	int listener = (int)sys_socket(AF_UNIX, SOCK_STREAM, 0);
	int client = (int)sys_socket(AF_UNIX, SOCK_STREAM, 0);
	int size = sizeof(peer), one = 1, server;
	long pid = sys_getpid();

	address.sa_data[8] = (char)('A' + (pid & 15));
	address.sa_data[9] = (char)('A' + (pid >> 4 & 15));
	result = listener;
	expect_true("socket", listener > 2);
	expect("bind", sys_bind(listener, &address, 12), 0);
	expect("listen", sys_listen(listener, 2), 0);
	expect("connect", sys_connect(client, &address, 12), 0);
	server = (int)sys_accept(listener, NULL, NULL);
	result = server;
	expect_true("accept", server > client);
	expect("accept4", sys_accept4(listener, NULL, NULL, ALL_ONES),
		-EINVAL);
	result = sys_getsockname(listener, &peer, &size);
	expect_true("getsockname", size == 12 && same(&peer, &address, 12));
	size = sizeof(peer);
	result = sys_getpeername(client, &peer, &size);
	expect_true("getpeername", size == 12);
	expect("setsockopt", sys_setsockopt(client, SOL_SOCKET, SO_PASSCRED,
		&one, 4), 0);
	size = sizeof(one);
	result = sys_getsockopt(client, SOL_SOCKET, SO_TYPE, &one, &size);
	expect_true("getsockopt", one == SOCK_STREAM);
	expect("shutdown", sys_shutdown(client, 99), -EINVAL);
	sys_close(server);
	sys_close(client);
	sys_close(listener);
}

static void check_messages(void)
{
	int pair[2];
	char text[8] = "";
	struct iovec part = { "123", 3 }, room = { text, 8 };
	struct msghdr out = { 0 }, in = { 0 };
	struct mmsghdr many;

	expect("socketpair", sys_socketpair(AF_UNIX, SOCK_DGRAM, 0, pair), 0);
	expect("sendto", sys_sendto(pair[0], "abc", 4, 0, NULL, 0), 4);
	result = sys_recvfrom(pair[1], text, 8, 0, NULL, NULL);
	expect_true("recvfrom", same(text, "abc", 4));
	out.msg_iov = &part;
	in.msg_iov = &room;
	out.msg_iovlen = in.msg_iovlen = 1;
	expect("sendmsg", sys_sendmsg(pair[0], &out, 0), 3);
	result = sys_recvmsg(pair[1], &in, 0);
	expect_true("recvmsg", same(text, "123", 3));
	many.msg_hdr = out;
	expect("sendmmsg", sys_sendmmsg(pair[0], &many, 1, 0), 1);
	many.msg_hdr = in;
	result = sys_recvmmsg(pair[1], &many, 1, 0, NULL);
	expect_true("recvmmsg", many.msg_len == 3);
	sys_close(pair[0]);
	sys_close(pair[1]);
}

/* ---- input and output later ---- */

static void check_asynchronous(void)
{
	static const char *const names[] = { "io_setup", "io_submit",
		"io_getevents", "io_pgetevents", "io_cancel", "io_destroy" };
	char text[4] = "";
	unsigned long context = 0;
	struct iocb block, *blocks[1] = { &block };
	struct io_event event;
	int fd = (int)sys_open("data", O_RDONLY, 0);
	long made = sys_io_setup(1, &context);
	size_t i;

	for (i = 0; made == -ENOSYS && i < 6; i++)
		if (!built_without(names[i], made, "AIO"))
			expect(names[i], made, 0);
	if (made != -ENOSYS) {
		expect("io_setup", made, 0);
		clear(&block, sizeof(block));
		block.aio_fildes = (unsigned int)fd;
		block.aio_lio_opcode = IOCB_CMD_PREAD;
		block.aio_buf = (unsigned long)text;
		block.aio_nbytes = 3;
		block.aio_offset = 2;
		expect("io_submit", sys_io_submit(context, 1, blocks), 1);
		result = sys_io_getevents(context, 1, 1, &event, NULL);
		expect_true("io_getevents", same(text, "234", 3));
		expect("io_pgetevents", sys_io_pgetevents(context, 0, 1,
			&event, &at_once, NULL), 0);
		expect("io_cancel", sys_io_cancel(context, &block, &event),
			-EINVAL);
		expect("io_destroy", sys_io_destroy(context), 0);
	}
	sys_close(fd);
	if (!built_without("io_uring_setup", sys_io_uring_setup(0, BAD),
	    "IO_URING"))
		either("io_uring_setup", sys_io_uring_setup(0, BAD), -EFAULT,
			-EINVAL);
	expect_option("io_uring_enter",
		sys_io_uring_enter(NO_FD, 0, 0, -1U, NULL, 0), -EINVAL,
		"IO_URING");
	expect_option("io_uring_register",
		sys_io_uring_register(NO_FD, 1, NULL, 0), -EBADF, "IO_URING");
}

/* ---- what is no more, and what is left alone ---- */

static void check_retired(void)
{
	gone("uselib", sys_uselib(BAD));
	gone("_sysctl", sys__sysctl(BAD));
	gone("create_module", sys_create_module(BAD, 0));
	gone("get_kernel_syms", sys_get_kernel_syms(BAD));
	gone("query_module", sys_query_module(BAD, 0, BAD, 0, BAD));
	gone("nfsservctl", sys_nfsservctl(-1, BAD, BAD));
	gone("getpmsg", sys_getpmsg(-1, BAD, BAD, BAD, BAD));
	gone("putpmsg", sys_putpmsg(-1, BAD, BAD, 0, 0));
	gone("afs_syscall", sys_afs_syscall(0, 0, 0, 0, 0));
	gone("tuxcall", sys_tuxcall(0, 0, 0));
	gone("security", sys_security(0, 0, 0));
	gone("set_thread_area", sys_set_thread_area(BAD));
	gone("get_thread_area", sys_get_thread_area(BAD));
	gone("lookup_dcookie", sys_lookup_dcookie(0, BAD, 0));
	gone("epoll_ctl_old", sys_epoll_ctl_old(-1, 0, -1, BAD));
	gone("epoll_wait_old", sys_epoll_wait_old(-1, BAD, 0, 0));
	gone("vserver", sys_vserver(0, 0, 0, 0, 0));
}

static void name_the_rest(void)
{
	left("reboot", "stops the machine");
	left("kexec_load", "replaces the kernel");
	left("kexec_file_load", "replaces the kernel");
	left("init_module", "loads code into the kernel");
	left("finit_module", "loads code into the kernel");
	left("delete_module", "removes code from the kernel");
	left("vhangup", "takes the terminal away");
	left("uretprobe", "SIGILL, except from the kernel's own trampoline");
	left("uprobe", "SIGILL, except from the kernel's own trampoline");
}

static unsigned int number_at(const char **text)
{
	unsigned int n = 0;

	while (**text >= '0' && **text <= '9')
		n = n * 10 + (unsigned int)(*(*text)++ - '0');
	return n;
}

static void ask_kernel_version(void)
{
	struct utsname name;
	const char *text = name.release;

	sys_uname(&name);
	kernel.major = number_at(&text);
	text++;
	kernel.minor = number_at(&text);
}

int main(int argc, char **argv, char **envp)
{
	if (argc == 2 && same(argv[1], "execed", 7))
		return envp[0] && same(envp[0], "PREMAIN=yes", 12) &&
			!envp[1] ? EXECED : 1;
	if (argc < 2 || sys_chdir(argv[1]) != 0) {
		const char usage[] = "usage: syscalls-safe FOLDER [qemu]\n";

		sys_write(2, usage, length_of(usage));
		return 2;
	}
	program = argv[0];
	under_qemu = argc > 2;
	ask_kernel_version();
	check_reading_and_writing();
	check_descriptors();
	check_names();
	check_attributes();
	check_extended_attributes();
	check_mounts();
	check_watching();
	check_polling();
	check_mmap();
	check_memory();
	check_other_memory();
	check_clocks();
	check_timers();
	check_signals();
	check_processes();
	check_clones();
	check_groups_and_sessions();
	check_identity();
	check_capabilities();
	check_security();
	check_scheduling();
	check_limits_and_names();
	check_futexes();
	check_message_queue();
	check_system_v();
	check_a_connection();
	check_messages();
	check_asynchronous();
	check_retired();
	name_the_rest();
	return failures != 0;
}
