/* sys/wait.h - waiting for children, POSIX.1-2024, linux/wait.h */
#ifndef _SYS_WAIT_H
#define _SYS_WAIT_H

#include <sys/types.h>
#include <asm/siginfo.h>

#ifdef __cplusplus
extern "C" {
#endif

#define WNOHANG 1
#define WUNTRACED 2
#define WSTOPPED 2
#define WEXITED 4
#define WCONTINUED 8
#define WNOWAIT 0x01000000
#define __WNOTHREAD 0x20000000
#define __WALL 0x40000000
#define __WCLONE 0x80000000

/* a status: the signal in bits 0-6, dumped in 7, the exit code in 8-15 */
#define WTERMSIG(status) ((status) & 0x7f)
#define WEXITSTATUS(status) (((status) & 0xff00) >> 8)
#define WSTOPSIG(status) WEXITSTATUS(status)
#define WIFEXITED(status) (WTERMSIG(status) == 0)
#define WIFSIGNALED(status) ((signed char)(WTERMSIG(status) + 1) >> 1 > 0)
#define WIFSTOPPED(status) (((status) & 0xff) == 0x7f)
#define WIFCONTINUED(status) ((status) == 0xffff)
#define WCOREDUMP(status) ((status) & 0x80)

typedef enum {
	P_ALL = 0,
	P_PID = 1,
	P_PGID = 2,
	P_PIDFD = 3
} idtype_t;

struct rusage;

pid_t wait(int *status);
pid_t waitpid(pid_t process, int *status, int options);
pid_t wait3(int *status, int options, struct rusage *use);
pid_t wait4(pid_t process, int *status, int options, struct rusage *use);
int waitid(idtype_t type, id_t id, siginfo_t *information, int options);

#ifdef __cplusplus
}
#endif

#endif
