/*
 * tests/std/unistd.c - files, folders, processes, signals and clocks
 *
 * Run in an empty folder that it may write to.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "check.h"

#define FAILS(call, number) \
	(errno = 0, check((call) == -1 && errno == (number), #call, __LINE__))

static int same(const char *left, const char *right)
{
	return left != NULL && strcmp(left, right) == 0;
}

/* ---- files ------------------------------------------------------------ */

static void files(void)
{
	char bytes[32];
	struct stat status, other;
	struct iovec pieces[2] = { { (void *)"ab", 2 }, { (void *)"cde", 3 } };
	int file, copy;

	umask(022);
	CHECK(umask(022) == 022);
	file = open("file", O_RDWR | O_CREAT | O_EXCL, 0666);
	CHECK(file >= 0);
	CHECK(write(file, "hello", 5) == 5);
	CHECK(lseek(file, 0, SEEK_CUR) == 5);
	CHECK(pwrite(file, "J", 1, 0) == 1);
	CHECK(pread(file, bytes, 5, 0) == 5 && memcmp(bytes, "Jello", 5) == 0);
	CHECK(lseek(file, -2, SEEK_END) == 3);
	CHECK(lseek(file, 0, SEEK_HOLE) == 5);
	CHECK(lseek(file, 1, SEEK_DATA) == 1 && lseek(file, 3, SEEK_SET) == 3);
	CHECK(read(file, bytes, 9) == 2 && memcmp(bytes, "lo", 2) == 0);
	CHECK(read(file, bytes, 9) == 0);
	CHECK(writev(file, pieces, 2) == 5);
	pieces[0].iov_base = bytes;
	pieces[1].iov_base = bytes + 10;
	CHECK(lseek(file, 5, SEEK_SET) == 5 && readv(file, pieces, 2) == 5);
	CHECK(memcmp(bytes, "ab", 2) == 0 && memcmp(bytes + 10, "cde", 3) == 0);
	CHECK(fstat(file, &status) == 0 && stat("file", &other) == 0);
	CHECK(status.st_ino == other.st_ino && status.st_dev == other.st_dev);
	CHECK(status.st_size == 10 && S_ISREG(status.st_mode));
	CHECK((status.st_mode & 07777) == 0644 && status.st_nlink == 1);
	CHECK(status.st_uid == geteuid() && status.st_mtime > 1500000000);
	CHECK(ftruncate(file, 3) == 0 && fsync(file) == 0);
	CHECK(fdatasync(file) == 0);
	CHECK(fchmod(file, 0600) == 0 && fstat(file, &status) == 0);
	CHECK((status.st_mode & 07777) == 0600 && status.st_size == 3);
	CHECK(chmod("file", 0640) == 0 && lstat("file", &status) == 0);
	CHECK((status.st_mode & 07777) == 0640);
	CHECK(truncate("file", 8) == 0 && stat("file", &status) == 0);
	CHECK(status.st_size == 8);
	CHECK(futimens(file, (struct timespec[2]){ { 5, 6 }, { 7, 8 } }) == 0);
	CHECK(fstatat(AT_FDCWD, "file", &status, 0) == 0);
	CHECK(status.st_atim.tv_sec == 5 && status.st_atim.tv_nsec == 6);
	CHECK(status.st_mtim.tv_sec == 7 && status.st_mtim.tv_nsec == 8);

	copy = dup(file);
	CHECK(copy > file && fcntl(copy, F_GETFD) == 0);
	CHECK(fcntl(copy, F_SETFD, FD_CLOEXEC) == 0);
	CHECK(fcntl(copy, F_GETFD) == FD_CLOEXEC);
	CHECK((fcntl(copy, F_GETFL) & O_ACCMODE) == O_RDWR);
	CHECK(dup2(copy, 50) == 50 && fcntl(50, F_GETFD) == 0);
	CHECK(dup3(copy, 51, O_CLOEXEC) == 51 && fcntl(51, F_GETFD) == 1);
	FAILS(dup3(copy, copy, 0), EINVAL);
	CHECK(fcntl(copy, F_DUPFD, 60) == 60 && close(60) == 0);
	CHECK(fcntl(copy, F_DUPFD_CLOEXEC, 60) == 60 && close(60) == 0);
	CHECK(close(50) == 0 && close(51) == 0 && close(copy) == 0);
	CHECK(close(file) == 0);
	FAILS(close(file), EBADF);
	FAILS(read(file, bytes, 1), EBADF);
	FAILS(open("file", O_CREAT | O_EXCL, 0600), EEXIST);
	FAILS(open("no/file", O_RDONLY), ENOENT);
	CHECK(!isatty(file) && errno == EBADF);
	file = open("/dev/null", O_RDONLY);
	CHECK(!isatty(file) && errno == ENOTTY);
	CHECK(close(file) == 0);

	CHECK(access("file", R_OK | W_OK) == 0);
	FAILS(access("nothing", F_OK), ENOENT);
	CHECK(faccessat(AT_FDCWD, "file", F_OK, 0) == 0);
	CHECK(faccessat(AT_FDCWD, "file", R_OK, AT_EACCESS) == 0);
	CHECK(link("file", "hard") == 0 && stat("hard", &status) == 0);
	CHECK(status.st_nlink == 2 && rename("hard", "name") == 0);
	FAILS(rename("hard", "other"), ENOENT);
	CHECK(access("name", F_OK) == 0 && unlink("name") == 0);
	CHECK(symlink("file", "soft") == 0);
	memset(bytes, '.', sizeof(bytes));
	CHECK(readlink("soft", bytes, sizeof(bytes)) == 4);
	CHECK(memcmp(bytes, "file.", 5) == 0);
	CHECK(readlinkat(AT_FDCWD, "soft", bytes, 2) == 2);
	FAILS(readlink("file", bytes, 9), EINVAL);
	CHECK(lstat("soft", &status) == 0 && S_ISLNK(status.st_mode));
	CHECK(unlink("soft") == 0);
	CHECK(mkfifo("fifo", 0600) == 0 && stat("fifo", &status) == 0);
	CHECK(S_ISFIFO(status.st_mode) && unlink("fifo") == 0);
	CHECK(mknod("plain", S_IFREG | 0600, 0) == 0 && unlink("plain") == 0);
	file = creat("file", 0600);
	CHECK(file >= 0 && lseek(file, 0, SEEK_END) == 0 && close(file) == 0);
	file = memfd_create("nowhere", MFD_CLOEXEC);
	CHECK(file >= 0 && write(file, "x", 1) == 1 && close(file) == 0);
}

/* ---- folders ---------------------------------------------------------- */

static void folders(void)
{
	char name[300], here[PATH_MAX], *path;
	int seen[400] = { 0 }, dots = 0, all = 1, file;
	struct dirent *entry;
	struct stat status;
	DIR *folder;

	CHECK(mkdir("folder", 0700) == 0);
	FAILS(mkdir("folder", 0700), EEXIST);
	file = open("folder", O_RDONLY | O_DIRECTORY);
	CHECK(mkdirat(file, "in", 0755) == 0);
	CHECK(fstatat(file, "in", &status, 0) == 0 && S_ISDIR(status.st_mode));
	CHECK(unlinkat(file, "in", AT_REMOVEDIR) == 0);
	for (int n = 0; n < 400; n++) {
		int made;

		sprintf(name, "%0*d", 20 + n % 200, n);
		made = openat(file, name, O_CREAT | O_WRONLY, 0600);
		CHECK(made >= 0 && close(made) == 0);
	}
	folder = opendir("folder");
	CHECK(folder != NULL && fcntl(dirfd(folder), F_GETFD) == FD_CLOEXEC);
	for (int round = 0; round < 2; round++) {
		errno = 0;
		while ((entry = readdir(folder)) != NULL)
			if (entry->d_name[0] == '.')
				dots++;
			else
				seen[atoi(entry->d_name)]++;
		CHECK(errno == 0);
		rewinddir(folder);
	}
	CHECK(closedir(folder) == 0);
	for (int n = 0; n < 400; n++)
		all &= seen[n] == 2;
	CHECK(all && dots == 4);
	for (int n = 0; n < 400; n++) {
		sprintf(name, "%0*d", 20 + n % 200, n);
		CHECK(unlinkat(file, name, 0) == 0);
	}
	folder = fdopendir(file);
	CHECK(folder != NULL && dirfd(folder) == file);
	CHECK(closedir(folder) == 0);
	FAILS(fcntl(file, F_GETFD), EBADF);
	CHECK(opendir("nothing") == NULL && errno == ENOENT);
	CHECK(opendir("file") == NULL && errno == ENOTDIR);
	file = open("file", O_RDONLY);
	CHECK(fdopendir(file) == NULL && errno == ENOTDIR);
	CHECK(close(file) == 0);
	CHECK(fdopendir(99) == NULL && errno == EBADF);

	CHECK(getcwd(here, sizeof(here)) == here && *here == '/');
	CHECK(chdir("folder") == 0);
	CHECK((path = getcwd(NULL, 0)) != NULL);
	CHECK(strncmp(path, here, strlen(here)) == 0);
	CHECK(same(path + strlen(here), "/folder"));
	CHECK(getcwd(name, 2) == NULL && errno == ERANGE);
	CHECK(getcwd(name, 0) == NULL && errno == EINVAL);
	free(path);
	CHECK(chdir("..") == 0);
	file = open("folder", O_RDONLY);
	CHECK(fchdir(file) == 0 && chdir(here) == 0 && close(file) == 0);
	CHECK(rmdir("folder") == 0);
	FAILS(rmdir("folder"), ENOENT);
}

/* Paths below the current folder, as realpath should give them. */
static void real(const char *path, const char *expected, int error)
{
	char here[PATH_MAX], whole[2 * PATH_MAX], found[PATH_MAX], *got;

	errno = 0;
	got = realpath(path, found);
	if (expected == NULL) {
		check(got == NULL && errno == error, path, __LINE__);
		return;
	}
	CHECK(getcwd(here, sizeof(here)) != NULL);
	strcpy(whole, here);
	strcat(whole, expected);
	check(same(got, whole), path, __LINE__);
	got = realpath(path, NULL);
	check(same(got, whole), path, __LINE__);
	free(got);
}

static void paths(void)
{
	static const char *const parts[] = {
		"", "/", "a", "a/", "/a", "a/b", "/a/b/", "a//b//", ".",
		"..", "../", "a/..", "///a", "/a//", "usr/", "//a/b"
	};
	char here[PATH_MAX], text[20], deep[400];

	for (unsigned n = 0; n < sizeof(parts) / sizeof(*parts); n++) {
		strcpy(text, parts[n]);
		printf("%s: %s", parts[n], basename(text));
		strcpy(text, parts[n]);
		printf(" %s\n", dirname(text));
	}
	CHECK(same(basename(NULL), ".") && same(dirname(NULL), "."));

	CHECK(mkdir("r", 0700) == 0 && mkdir("r/d", 0700) == 0);
	CHECK(close(creat("r/f", 0600)) == 0);
	CHECK(symlink("d", "r/to-d") == 0 && symlink("../r/f", "r/to-f") == 0);
	CHECK(symlink("loop", "r/loop") == 0 && symlink("no", "r/dead") == 0);
	CHECK(symlink("f/", "r/slash") == 0 && symlink("d/.", "r/dot") == 0);
	CHECK(getcwd(here, sizeof(here)) != NULL);
	strcat(here, "/r/d");
	CHECK(symlink(here, "r/far") == 0);
	real("r", "/r", 0);
	real("./r//d/.", "/r/d", 0);
	real("r/d/../f", "/r/f", 0);
	real("r/to-d", "/r/d", 0);
	real("r/to-d/", "/r/d", 0);
	real("r/to-d/../to-f", "/r/f", 0);
	real("r/far/..", "/r", 0);
	real("r/dot/../f", "/r/f", 0);
	real("r/loop", NULL, ELOOP);
	real("r/dead", NULL, ENOENT);
	real("r/nothing", NULL, ENOENT);
	real("r/f/", NULL, ENOTDIR);
	real("r/f/.", NULL, ENOTDIR);
	real("r/f/..", NULL, ENOTDIR);
	real("r/f/x", NULL, ENOTDIR);
	real("r/slash", NULL, ENOTDIR);
	real("", NULL, ENOENT);
	deep[0] = '/';
	memset(deep + 1, 'x', 300);
	deep[301] = '\0';
	real(deep, NULL, ENAMETOOLONG);
	CHECK(realpath(NULL, NULL) == NULL && errno == EINVAL);
	CHECK(same(realpath("/", here), "/"));
	CHECK(same(realpath("/..", here), "/"));
	CHECK(same(realpath("/dev/../dev/null", here), "/dev/null"));
	CHECK(unlink("r/to-d") == 0 && unlink("r/to-f") == 0);
	CHECK(unlink("r/loop") == 0 && unlink("r/dead") == 0);
	CHECK(unlink("r/slash") == 0 && unlink("r/dot") == 0);
	CHECK(unlink("r/far") == 0 && unlink("r/f") == 0);
	CHECK(rmdir("r/d") == 0 && rmdir("r") == 0);
}

static void temporaries(void)
{
	char one[] = "t-XXXXXX", two[] = "t-XXXXXX", three[] = "t-XXXXXX";
	char bad[] = "t-XXXXX", lost[] = "no/XXXXXX", gone[] = "no/XXXXXX";
	struct stat status;
	int file = mkstemp(one), other = mkostemp(two, O_CLOEXEC);

	CHECK(file >= 0 && other >= 0 && strcmp(one, two) != 0);
	CHECK(fstat(file, &status) == 0 && (status.st_mode & 07777) == 0600);
	CHECK(fcntl(file, F_GETFD) == 0 && fcntl(other, F_GETFD) == FD_CLOEXEC);
	CHECK(write(file, "x", 1) == 1 && strncmp(one, "t-", 2) == 0);
	CHECK(close(file) == 0 && close(other) == 0);
	CHECK(unlink(one) == 0 && unlink(two) == 0);
	CHECK(mkdtemp(three) == three && stat(three, &status) == 0);
	CHECK((status.st_mode & 07777) == 0700 && rmdir(three) == 0);
	FAILS(mkstemp(bad), EINVAL);
	CHECK(mkdtemp(bad) == NULL && errno == EINVAL);
	FAILS(mkstemp(lost), ENOENT);
	CHECK(mkdtemp(gone) == NULL && errno == ENOENT);
#ifndef __GLIBC__	/* where the name that failed stays */
	CHECK(same(lost, "no/XXXXXX") && same(gone, "no/XXXXXX"));
#else
	checks++;
#endif
	umask(022);
}

/* ---- processes -------------------------------------------------------- */

/* The exit status of a child that runs this, or minus its signal. */
static int child(void (*body)(void))
{
	int status = 0;
	pid_t process = fork();

	if (process == 0) {
		body();
		_exit(99);
	}
	CHECK(waitpid(process, &status, 0) == process);
	return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

static void script(const char *path, int mode, const char *text)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);

	CHECK(write(file, text, strlen(text)) == (ssize_t)strlen(text));
	CHECK(close(file) == 0);
}

#define SH "/bin/sh"

static char *const seven[] = { "sh", "-c", "exit 7", NULL };
static char *const value[] = { "sh", "-c", "exit $VALUE", NULL };
static char *const named[] = { "named", "5", NULL };
static char *const eleven[] = { "VALUE=11", NULL };

static void run_execve(void) { execve(SH, value, eleven); }
static void run_execv(void) { execv(SH, seven); }
static void run_execvp(void) { execvp("sh", seven); }
static void run_execvpe(void) { execvpe("sh", value, eleven); }
static void run_execl(void) { execl(SH, "sh", "-c", "exit $1", "0", "8",
	(char *)NULL); }
static void run_execlp(void) { execlp("sh", "sh", "-c", "exit 9",
	(char *)NULL); }
static void run_execle(void) { execle(SH, "sh", "-c", "exit $VALUE",
	(char *)NULL, eleven); }
static void run_fexecve(void)
{
	fexecve(open(SH, O_RDONLY), value, eleven);
	_exit(errno == ENOSYS ? 11 : errno);	/* qemu 7.2 has no execveat */
}
static void run_named(void)
{
	execvp("named", named);
	_exit(errno);
}
static void run_none(void)
{
	execvp("no-such-program", seven);
	_exit(errno);
}
static void run_empty(void)
{
	execvp("", seven);
	_exit(errno);
}
static void run_slash(void)
{
	execvp("./one/named", named);
	_exit(errno);
}
static void run_vforked(void)
{
	int status;
	pid_t process = vfork();

	if (process == 0) {
		execl(SH, "sh", "-c", "exit 12", (char *)NULL);
		_exit(1);
	}
	waitpid(process, &status, 0);
	_exit(WEXITSTATUS(status));
}

static void executing(void)
{
	CHECK(child(run_execve) == 11 && child(run_execv) == 7);
	CHECK(child(run_execvp) == 7 && child(run_execvpe) == 11);
	CHECK(child(run_execl) == 8 && child(run_execlp) == 9);
	CHECK(child(run_execle) == 11 && child(run_fexecve) == 11);
	CHECK(child(run_vforked) == 12);

	CHECK(mkdir("one", 0700) == 0 && mkdir("two", 0700) == 0);
	script("one/named", 0600, "#!/bin/sh\nexit 1\n");
	CHECK(setenv("PATH", "/nowhere:one", 1) == 0);
	CHECK(child(run_named) == EACCES);
	CHECK(child(run_none) == ENOENT && child(run_empty) == ENOENT);
	CHECK(child(run_slash) == EACCES);
	script("two/named", 0700, "#!/bin/sh\nexit 2$1\n");
	CHECK(setenv("PATH", "/nowhere:one/named:one:two", 1) == 0);
	CHECK(child(run_named) == 25);
	/* not a program, without #!: the shell reads it */
	script("two/named", 0700, "exit 3$1\n");
	CHECK(child(run_named) == 35);
	/* an empty entry is the current folder */
	script("named", 0700, "exit 4$1\n");
	CHECK(setenv("PATH", "one:", 1) == 0 && child(run_named) == 45);
	CHECK(setenv("PATH", ":two", 1) == 0 && child(run_named) == 45);
	CHECK(setenv("PATH", "", 1) == 0 && child(run_named) == 45);
	CHECK(unsetenv("PATH") == 0 && child(run_execvp) == 7);
	CHECK(setenv("PATH", "/usr/bin:/bin", 1) == 0);
	CHECK(unlink("named") == 0 && unlink("one/named") == 0);
	CHECK(unlink("two/named") == 0 && rmdir("one") == 0);
	CHECK(rmdir("two") == 0);
}

static volatile int signals;

static void count_signal(int signal)
{
	signals += signal;
}

static void tell_signal(int signal, siginfo_t *information, void *context)
{
	if (information->si_signo == signal && context != NULL
	    && information->si_pid == getpid())
		signals += 1000;
}

static void end_17(void) { _exit(17); }
static void end_abort(void) { abort(); }
static void end_blocked(void)
{
	sigset_t all;

	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	abort();
}
static void end_ignored(void)
{
	signal(SIGABRT, SIG_IGN);
	abort();
}
static void end_caught(void)
{
	signal(SIGABRT, count_signal);
	abort();
}
static void end_stack(void)
{
	static char stack[65536];
	stack_t other = { .ss_sp = stack, .ss_size = sizeof(stack) };
	struct sigaction action = { .sa_handler = SIG_DFL };

	CHECK(sigaltstack(&other, NULL) == 0);
	action.sa_handler = count_signal;
	action.sa_flags = SA_ONSTACK;
	CHECK(sigaction(SIGUSR1, &action, NULL) == 0 && raise(SIGUSR1) == 0);
	_exit(signals == SIGUSR1 ? 0 : 1);
}
static void end_group(void)
{
	_exit(setpgid(0, 0) == 0 && getpgrp() == getpid()
		&& getpgid(0) == getpid() && setsid() == -1 ? 0 : 1);
}
static void end_session(void)
{
	_exit(setsid() == getpid() && getsid(0) == getpid() ? 0 : 1);
}

static void processes(void)
{
	int status, ends[2];
	struct rusage use;
	siginfo_t information = { 0 };
	pid_t process;
	char byte;

	CHECK(child(end_17) == 17 && child(end_abort) == -SIGABRT);
	CHECK(child(end_blocked) == -SIGABRT && child(end_ignored) == -SIGABRT);
	CHECK(child(end_caught) == -SIGABRT && child(end_stack) == 0);
	CHECK(child(end_group) == 0 && child(end_session) == 0);
	FAILS(wait(&status), ECHILD);
	FAILS(waitpid(-1, NULL, WNOHANG), ECHILD);

	CHECK(pipe2(ends, O_CLOEXEC) == 0 && fcntl(ends[0], F_GETFD) == 1);
	process = fork();
	if (process == 0) {
		CHECK(getppid() > 0);
		_exit(read(ends[0], &byte, 1) == 1 ? byte : 1);
	}
	CHECK(process > 0 && waitpid(process, &status, WNOHANG) == 0);
	CHECK(write(ends[1], "\x2a", 1) == 1);
	CHECK(waitid(P_PID, (id_t)process, &information, WEXITED | WNOWAIT)
		== 0);
	CHECK(information.si_pid == process && information.si_status == 42);
	CHECK(information.si_code == CLD_EXITED);
	CHECK(wait4(process, &status, 0, &use) == process);
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 42);
	CHECK(!WIFSIGNALED(status) && !WIFSTOPPED(status));
	CHECK(close(ends[0]) == 0 && close(ends[1]) == 0);
	CHECK(pipe(ends) == 0 && fcntl(ends[0], F_GETFD) == 0);
	CHECK(close(ends[0]) == 0);
	CHECK(signal(SIGPIPE, SIG_IGN) == SIG_DFL);
	FAILS(write(ends[1], "x", 1), EPIPE);
	CHECK(signal(SIGPIPE, SIG_DFL) == SIG_IGN && close(ends[1]) == 0);

	process = fork();
	if (process == 0)
		for (;;)
			pause();
	CHECK(kill(process, SIGSTOP) == 0);
	CHECK(waitpid(process, &status, WUNTRACED) == process);
	CHECK(WIFSTOPPED(status) && WSTOPSIG(status) == SIGSTOP);
	CHECK(kill(process, SIGCONT) == 0 && kill(process, SIGTERM) == 0);
	CHECK(wait(&status) == process);
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
	FAILS(kill(process, 0), ESRCH);
	FAILS(kill(0, 999), EINVAL);
	CHECK(getpid() > 0 && gettid() == getpid() && getuid() == geteuid());
	CHECK(getgid() == getegid() && getpgid(0) == getpgrp());
}

/* ---- signals and clocks ----------------------------------------------- */

static void signals_and_sets(void)
{
	struct sigaction action, before;
	sigset_t set, old;
	int ends[2];

	CHECK(sigemptyset(&set) == 0 && sigismember(&set, SIGUSR1) == 0);
	CHECK(sigaddset(&set, SIGUSR1) == 0 && sigaddset(&set, 64) == 0);
	CHECK(sigismember(&set, SIGUSR1) == 1 && sigismember(&set, 64) == 1);
	CHECK(sigdelset(&set, 64) == 0 && sigismember(&set, 64) == 0);
	FAILS(sigaddset(&set, 0), EINVAL);
	FAILS(sigdelset(&set, 65), EINVAL);
	FAILS(sigismember(&set, -1), EINVAL);

	memset(&action, 0xff, sizeof(action));	/* nothing unsaid may matter */
	action.sa_handler = count_signal;
	action.sa_flags = 0;
	sigemptyset(&action.sa_mask);
	sigaddset(&action.sa_mask, SIGUSR2);
	CHECK(sigaction(SIGUSR1, &action, &before) == 0);
	CHECK(before.sa_handler == SIG_DFL);
	CHECK(raise(SIGUSR1) == 0 && signals == SIGUSR1);
	CHECK(sigaction(SIGUSR1, NULL, &before) == 0);
	CHECK(before.sa_handler == count_signal);
	CHECK(sigismember(&before.sa_mask, SIGUSR2) == 1);
	CHECK(sigprocmask(SIG_BLOCK, &set, &old) == 0);
	CHECK(raise(SIGUSR1) == 0 && signals == SIGUSR1);
	CHECK(sigpending(&set) == 0 && sigismember(&set, SIGUSR1) == 1);
	errno = 0;
	CHECK(sigsuspend(&old) == -1 && errno == EINTR);
	CHECK(signals == 2 * SIGUSR1);
	CHECK(sigprocmask(SIG_SETMASK, &old, NULL) == 0);
	signals = 0;
	action.sa_sigaction = tell_signal;
	action.sa_flags = SA_SIGINFO;
	CHECK(sigaction(SIGUSR1, &action, NULL) == 0);
	CHECK(kill(getpid(), SIGUSR1) == 0 && signals == 1000);
	signals = 0;
	CHECK(signal(SIGUSR1, SIG_DFL) != SIG_ERR);
	FAILS(sigaction(SIGKILL, &action, NULL), EINVAL);
	CHECK(signal(99, SIG_IGN) == SIG_ERR);
	CHECK(raise(0) == 0 && raise(99) == -1);
	CHECK(killpg(getpgrp(), 0) == 0);

	/* signal()'s handlers let calls go on, others end them */
	CHECK(pipe(ends) == 0);
	CHECK(signal(SIGALRM, count_signal) == SIG_DFL);
	CHECK(alarm(5) == 0 && alarm(0) == 5);
	{
		struct itimerval timer = { { 0, 0 }, { 0, 20000 } };
		char byte;

		action.sa_handler = count_signal;
		action.sa_flags = 0;
		CHECK(sigaction(SIGALRM, &action, NULL) == 0);
		CHECK(setitimer(ITIMER_REAL, &timer, NULL) == 0);
		FAILS(read(ends[0], &byte, 1), EINTR);
		CHECK(signals == SIGALRM);
		CHECK(setitimer(ITIMER_REAL, &timer, NULL) == 0);
		CHECK(sleep(3) == 3 || signals == 2 * SIGALRM);
		CHECK(getitimer(ITIMER_REAL, &timer) == 0);
		CHECK(timer.it_value.tv_sec == 0);
	}
	CHECK(close(ends[0]) == 0 && close(ends[1]) == 0);
	signals = 0;
}

static void waiting(void)
{
	int ends[2];
	struct pollfd files[2];
	struct timeval little = { 0, 1000 };
	struct timespec pause = { 0, 1000000 };
	fd_set reading;

	CHECK(pipe(ends) == 0);
	files[0] = (struct pollfd){ .fd = ends[0], .events = POLLIN };
	files[1] = (struct pollfd){ .fd = ends[1], .events = POLLOUT };
	CHECK(poll(files, 1, 0) == 0 && poll(files, 1, 1) == 0);
	CHECK(poll(files, 2, -1) == 1 && files[1].revents == POLLOUT);
	FD_ZERO(&reading);
	FD_SET(ends[0], &reading);
	CHECK(select(ends[0] + 1, &reading, NULL, NULL, &little) == 0);
	CHECK(!FD_ISSET(ends[0], &reading));
	CHECK(write(ends[1], "x", 1) == 1);
	CHECK(ppoll(files, 1, &pause, NULL) == 1 && pause.tv_nsec == 1000000);
	CHECK(files[0].revents == POLLIN);
	FD_SET(ends[0], &reading);
	CHECK(pselect(ends[0] + 1, &reading, NULL, NULL, &pause, NULL) == 1);
	CHECK(FD_ISSET(ends[0], &reading) && pause.tv_nsec == 1000000);
	FD_CLR(ends[0], &reading);
	CHECK(!FD_ISSET(ends[0], &reading));
	CHECK(close(ends[1]) == 0 && poll(files, 1, -1) == 1);
	CHECK(files[0].revents == (POLLIN | POLLHUP));
	CHECK(close(ends[0]) == 0 && poll(files, 1, -1) == 1);
	CHECK(files[0].revents == POLLNVAL);
}

static void clocks(void)
{
	struct timespec one, two, pause = { 0, 2000000 }, rest;
	struct timeval now;
	time_t seconds, again;

	CHECK(clock_gettime(CLOCK_MONOTONIC, &one) == 0);
	CHECK(nanosleep(&pause, &rest) == 0);
	CHECK(clock_gettime(CLOCK_MONOTONIC, &two) == 0);
	CHECK((two.tv_sec - one.tv_sec) * 1000000000 + two.tv_nsec
		- one.tv_nsec >= 2000000);
	CHECK(clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &one, NULL) == 0);
	pause.tv_nsec = -1;
	FAILS(nanosleep(&pause, NULL), EINVAL);
	errno = 0;
	CHECK(clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, NULL) == EINVAL);
	CHECK(errno == 0 && usleep(1) == 0 && sleep(0) == 0);
	CHECK(clock_gettime(CLOCK_REALTIME, &one) == 0);
	CHECK(gettimeofday(&now, NULL) == 0 && now.tv_sec - one.tv_sec < 2);
	seconds = time(&again);
	CHECK(seconds == again && seconds - now.tv_sec < 2);
	CHECK(timespec_get(&one, TIME_UTC) == TIME_UTC && clock() >= 0);
	CHECK(one.tv_sec - seconds < 2);
	CHECK(clock_getres(CLOCK_MONOTONIC, &one) == 0 && one.tv_sec == 0);
	FAILS(clock_gettime(999, &one), EINVAL);
}

/* ---- the system ------------------------------------------------------- */

static void system_values(void)
{
	struct utsname names;
	struct rlimit limit, next;
	struct rusage use;
	char name[HOST_NAME_MAX + 1], bytes[300] = { 0 };
	unsigned char *page;

	CHECK(uname(&names) == 0 && same(names.sysname, "Linux"));
	CHECK(same(names.machine, "x86_64"));
	CHECK(gethostname(name, sizeof(name)) == 0);
	CHECK(same(name, names.nodename));
	FAILS(gethostname(name, 1), ENAMETOOLONG);
	CHECK(sysconf(_SC_PAGESIZE) == 4096 && getpagesize() == 4096);
	CHECK(sysconf(_SC_CLK_TCK) == 100);
	CHECK(sysconf(_SC_NPROCESSORS_ONLN) >= 1);
	CHECK(sysconf(_SC_ARG_MAX) >= 131072);
	FAILS(sysconf(-5), EINVAL);
	CHECK(getrlimit(RLIMIT_NOFILE, &limit) == 0);
	CHECK(sysconf(_SC_OPEN_MAX) == (long)limit.rlim_cur);
	next = limit;
	next.rlim_cur = 100;
	CHECK(setrlimit(RLIMIT_NOFILE, &next) == 0);
	CHECK(sysconf(_SC_OPEN_MAX) == 100);
	CHECK(prlimit(0, RLIMIT_NOFILE, &limit, &next) == 0);
	CHECK(next.rlim_cur == 100);
	FAILS(getrlimit(99, &limit), EINVAL);
	CHECK(getrusage(RUSAGE_SELF, &use) == 0 && use.ru_maxrss > 0);
	CHECK(getpriority(PRIO_PROCESS, 0) >= -20);
	CHECK(getauxval(AT_PAGESZ) == 4096 && getauxval(AT_ENTRY) != 0);
	errno = 0;
	CHECK(getauxval(12345) == 0 && errno == ENOENT);
	CHECK(prctl(PR_SET_NAME, "tested") == 0);
	memset(name, 0, sizeof(name));
	CHECK(prctl(PR_GET_NAME, name) == 0 && same(name, "tested"));
	CHECK(getentropy(bytes, 256) == 0 && memcmp(bytes, bytes + 8, 8) != 0);
	FAILS(getentropy(bytes, 257), EIO);

	page = mmap(NULL, 8192, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(page != MAP_FAILED);
	page[5] = 5;
	CHECK(mprotect(page, 4096, PROT_READ) == 0 && page[5] == 5);
	CHECK(madvise(page, 8192, MADV_NORMAL) == 0);
	CHECK(msync(page, 8192, MS_ASYNC) == 0);
	CHECK(munmap(page + 4096, 4096) == 0);
	page = mremap(page, 4096, 4096 * 4, MREMAP_MAYMOVE);
	CHECK(page != MAP_FAILED && page[5] == 5);
	CHECK(munmap(page, 4096 * 4) == 0);
	errno = 0;
	CHECK(mmap(NULL, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
		== MAP_FAILED && errno == EINVAL);
	FAILS(munmap((void *)1, 4096), EINVAL);
}

int main(void)
{
	files();
	folders();
	paths();
	temporaries();
	executing();
	processes();
	signals_and_sets();
	waiting();
	clocks();
	system_values();
	CHECK(unlink("file") == 0);
	return finish();
}
