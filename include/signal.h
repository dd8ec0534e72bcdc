/*
 * signal.h - signals, C11 7.14, POSIX.1-2024 <signal.h>, asm/signal.h
 *
 * The structures have the kernel's layout, the set is the kernel's 64 bits:
 * std/signal/sigaction.c proves it. siginfo_t is the kernel's own.
 */
#ifndef _SIGNAL_H
#define _SIGNAL_H

#include <features.h>

#ifdef __PREMAIN_POSIX
#include <sys/types.h>
#include <asm/siginfo.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define SIGHUP 1
#define SIGINT 2
#define SIGQUIT 3
#define SIGILL 4
#define SIGTRAP 5
#define SIGABRT 6
#define SIGIOT 6
#define SIGBUS 7
#define SIGFPE 8
#define SIGKILL 9
#define SIGUSR1 10
#define SIGSEGV 11
#define SIGUSR2 12
#define SIGPIPE 13
#define SIGALRM 14
#define SIGTERM 15
#define SIGSTKFLT 16
#define SIGCHLD 17
#define SIGCONT 18
#define SIGSTOP 19
#define SIGTSTP 20
#define SIGTTIN 21
#define SIGTTOU 22
#define SIGURG 23
#define SIGXCPU 24
#define SIGXFSZ 25
#define SIGVTALRM 26
#define SIGPROF 27
#define SIGWINCH 28
#define SIGIO 29
#define SIGPOLL 29
#define SIGPWR 30
#define SIGSYS 31
#define SIGRTMIN 32
#define SIGRTMAX 64
#define NSIG 65
#define _NSIG 65

typedef int sig_atomic_t;

#define SIG_DFL ((void (*)(int))0)
#define SIG_IGN ((void (*)(int))1)
#define SIG_ERR ((void (*)(int))-1)

int raise(int signal);
void (*signal(int signal, void (*handler)(int)))(int);

#ifdef __PREMAIN_POSIX
struct sigaction {
	union {
		void (*sa_handler)(int);
		void (*sa_sigaction)(int, siginfo_t *, void *);
	} __handler;
	int sa_flags;
	int __pad;
	void (*sa_restorer)(void);
	sigset_t sa_mask;
};

#define sa_handler __handler.sa_handler
#define sa_sigaction __handler.sa_sigaction

typedef struct sigaltstack {
	void *ss_sp;
	int ss_flags;
	size_t ss_size;
} stack_t;

#define SA_NOCLDSTOP 1
#define SA_NOCLDWAIT 2
#define SA_SIGINFO 4
#define SA_RESTORER 0x04000000
#define SA_ONSTACK 0x08000000
#define SA_RESTART 0x10000000
#define SA_NODEFER 0x40000000
#define SA_RESETHAND 0x80000000

#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2

#define SS_ONSTACK 1
#define SS_DISABLE 2
#define MINSIGSTKSZ 2048
#define SIGSTKSZ 8192

int kill(pid_t process, int signal);
int killpg(pid_t group, int signal);
int sigaction(int signal, const struct sigaction *__restrict next,
	struct sigaction *__restrict before);
int sigaltstack(const stack_t *__restrict next,
	stack_t *__restrict before);
int sigprocmask(int how, const sigset_t *__restrict next,
	sigset_t *__restrict before);
int sigpending(sigset_t *pending);
int sigsuspend(const sigset_t *mask);
int sigemptyset(sigset_t *set);
int sigfillset(sigset_t *set);
int sigaddset(sigset_t *set, int signal);
int sigdelset(sigset_t *set, int signal);
int sigismember(const sigset_t *set, int signal);
#endif

#ifdef __PREMAIN_DEFAULT
typedef void (*sighandler_t)(int);
typedef void (*sig_t)(int);
#endif

#ifdef __cplusplus
}
#endif

#endif
