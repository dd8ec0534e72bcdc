/*
 * tests/syscalls/files.c
 * Descriptors, names, attributes, mounts, and waiting for them.
 */
#include "safe.h"

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
	expect_since("fsconfig", sys_fsconfig(-1, 0, "", NULL, 0), -EINVAL,
		5, 2);
	expect_since("fsmount", sys_fsmount(-1, -1U, 0), -EINVAL, 5, 2);
	expect_since("fspick", sys_fspick(AT_FDCWD, ".", -1U), -EINVAL, 5, 2);
	expect_since("mount_setattr",
		sys_mount_setattr(AT_FDCWD, ".", -1U, (void *)handle, 32),
		-EINVAL, 5, 12);
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

void check_files(void)
{
	check_reading_and_writing();
	check_descriptors();
	check_names();
	check_attributes();
	check_extended_attributes();
	check_mounts();
	check_watching();
	check_polling();
}
