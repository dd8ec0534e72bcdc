/* unistd.h - the system's services, POSIX.1-2024 <unistd.h> */
#ifndef _UNISTD_H
#define _UNISTD_H

#include <features.h>
#include <sys/types.h>

#define __need_NULL
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define _POSIX_VERSION 200809L
#define _POSIX2_VERSION 200809L
#define _XOPEN_VERSION 700

#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2

#ifndef SEEK_SET
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#endif

#ifndef R_OK
#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4
#endif

/* sysconf's names: those of glibc and musl, which programs may have kept */
#define _SC_ARG_MAX 0
#define _SC_CHILD_MAX 1
#define _SC_CLK_TCK 2
#define _SC_NGROUPS_MAX 3
#define _SC_OPEN_MAX 4
#define _SC_PAGESIZE 30
#define _SC_PAGE_SIZE _SC_PAGESIZE
#define _SC_IOV_MAX 60
#define _SC_NPROCESSORS_CONF 83
#define _SC_NPROCESSORS_ONLN 84
#define _SC_PHYS_PAGES 85
#define _SC_AVPHYS_PAGES 86
#define _SC_HOST_NAME_MAX 180

extern char **environ;

/* files */
ssize_t read(int file, void *bytes, size_t size);
ssize_t write(int file, const void *bytes, size_t size);
ssize_t pread(int file, void *bytes, size_t size, off_t offset);
ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset);
off_t lseek(int file, off_t offset, int whence);
int close(int file);
int dup(int file);
int dup2(int file, int number);
int pipe(int ends[2]);
int fsync(int file);
int fdatasync(int file);
int ftruncate(int file, off_t size);
int isatty(int file);

/* paths */
int access(const char *path, int mode);
int faccessat(int folder, const char *path, int mode, int flags);
int chdir(const char *path);
int fchdir(int folder);
char *getcwd(char *path, size_t size);
int chown(const char *path, uid_t user, gid_t group);
int fchown(int file, uid_t user, gid_t group);
int lchown(const char *path, uid_t user, gid_t group);
int link(const char *path, const char *next);
int symlink(const char *target, const char *path);
ssize_t readlink(const char *__restrict path, char *__restrict target,
	size_t size);
ssize_t readlinkat(int folder, const char *__restrict path,
	char *__restrict target, size_t size);
int rmdir(const char *path);
int truncate(const char *path, off_t size);
int unlink(const char *path);
int unlinkat(int folder, const char *path, int flags);

/* processes */
pid_t fork(void);
pid_t vfork(void) __attribute__((__returns_twice__));
int execl(const char *path, const char *argument, ...)
	__attribute__((__sentinel__));
int execle(const char *path, const char *argument, ...);
int execlp(const char *file, const char *argument, ...)
	__attribute__((__sentinel__));
int execv(const char *path, char *const arguments[]);
int execve(const char *path, char *const arguments[],
	char *const environment[]);
int execvp(const char *file, char *const arguments[]);
int fexecve(int file, char *const arguments[], char *const environment[]);
void _exit(int status) __attribute__((__noreturn__));
pid_t getpid(void);
pid_t getppid(void);
pid_t getpgid(pid_t process);
pid_t getpgrp(void);
pid_t getsid(pid_t process);
int setpgid(pid_t process, pid_t group);
pid_t setsid(void);
uid_t getuid(void);
uid_t geteuid(void);
gid_t getgid(void);
gid_t getegid(void);
int setuid(uid_t user);
int setgid(gid_t group);
int nice(int increment);

/* time */
unsigned int alarm(unsigned int seconds);
int pause(void);
unsigned int sleep(unsigned int seconds);

/* the system */
int gethostname(char *name, size_t size);
long sysconf(int name);

/* options */
extern char *optarg;
extern int opterr;
extern int optind;
extern int optopt;
int getopt(int count, char *const arguments[], const char *letters);

#ifdef __PREMAIN_DEFAULT
int usleep(useconds_t microseconds);
int getpagesize(void);
int chroot(const char *path);
void sync(void);
long syscall(long number, ...);
int getentropy(void *bytes, size_t size);
#endif

#ifdef __PREMAIN_GNU
#define SEEK_DATA 3
#define SEEK_HOLE 4
int dup3(int file, int number, int flags);
int pipe2(int ends[2], int flags);
int execvpe(const char *file, char *const arguments[],
	char *const environment[]);
pid_t gettid(void);
#endif

#ifdef __cplusplus
}
#endif

#endif
