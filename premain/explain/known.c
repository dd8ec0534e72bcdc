/*
 * premain/explain/known.c
 *
 * Which function explains a call. Other names of the same call are those of
 * other machines: 32-bit ones have fstat64 and mmap2, new ones no open.
 */
#include "premain/explain/explain.h"

#include <string.h>

/* In the order of the names. start: one that main has not reached makes it. */
static const struct {
	const char *name;
	explain_call *explain;
	bool start;
} calls[] = {
	{"_llseek", explain_seek, false},
	{"accept", explain_talk, false},
	{"accept4", explain_talk, false},
	{"access", explain_access, true},
	{"arch_prctl", explain_arch, true},
	{"bind", explain_connect, false},
	{"brk", explain_brk, true},
	{"clone", explain_fork, false},
	{"clone3", explain_fork, false},
	{"close", explain_close, true},
	{"close_range", explain_close, true},
	{"connect", explain_connect, false},
	{"creat", explain_open, false},
	{"dup", explain_dup, false},
	{"dup2", explain_dup, false},
	{"dup3", explain_dup, false},
	{"epoll_create", explain_event, false},
	{"epoll_create1", explain_event, false},
	{"epoll_ctl", explain_poll, false},
	{"epoll_pwait", explain_poll, false},
	{"epoll_wait", explain_poll, false},
	{"eventfd", explain_event, false},
	{"eventfd2", explain_event, false},
	{"execve", explain_exec, true},
	{"execveat", explain_exec, true},
	{"exit", explain_exit, true},
	{"exit_group", explain_exit, true},
	{"faccessat", explain_access, true},
	{"faccessat2", explain_access, true},
	{"fcntl", explain_fcntl, true},
	{"fcntl64", explain_fcntl, true},
	{"fork", explain_fork, false},
	{"fstat", explain_stat, true},
	{"fstat64", explain_stat, true},
	{"fstatat64", explain_stat, true},
	{"futex", explain_futex, true},
	{"futex_time64", explain_futex, true},
	{"getdents", explain_list, false},
	{"getdents64", explain_list, false},
	{"getrandom", explain_random, true},
	{"getrlimit", explain_limit, true},
	{"ioctl", explain_ioctl, true},
	{"kill", explain_kill, false},
	{"lseek", explain_seek, false},
	{"lstat", explain_stat, true},
	{"lstat64", explain_stat, true},
	{"madvise", explain_madvise, true},
	{"mmap", explain_mmap, true},
	{"mmap2", explain_mmap, true},
	{"mprotect", explain_mprotect, true},
	{"mremap", explain_mremap, false},
	{"munmap", explain_munmap, true},
	{"newfstatat", explain_stat, true},
	{"open", explain_open, true},
	{"openat", explain_open, true},
	{"openat2", explain_open, true},
	{"pipe", explain_pipe, false},
	{"pipe2", explain_pipe, false},
	{"poll", explain_poll, false},
	{"ppoll", explain_poll, false},
	{"pread64", explain_read, true},
	{"prlimit64", explain_limit, true},
	{"pselect6", explain_poll, false},
	{"read", explain_read, true},
	{"readlink", explain_readlink, true},
	{"readlinkat", explain_readlink, true},
	{"readv", explain_read, true},
	{"recv", explain_talk, false},
	{"recvfrom", explain_talk, false},
	{"recvmsg", explain_talk, false},
	{"rseq", explain_rseq, true},
	{"rt_sigaction", explain_action, true},
	{"rt_sigprocmask", explain_mask, true},
	{"rt_sigreturn", explain_return, true},
	{"sched_getaffinity", explain_affinity, true},
	{"select", explain_poll, false},
	{"send", explain_talk, false},
	{"sendmmsg", explain_talk, false},
	{"sendmsg", explain_talk, false},
	{"sendto", explain_talk, false},
	{"set_robust_list", explain_robust_list, true},
	{"set_thread_area", explain_thread_area, true},
	{"set_tid_address", explain_tid_address, true},
	{"sigaction", explain_action, true},
	{"sigaltstack", explain_stack, true},
	{"sigprocmask", explain_mask, true},
	{"sigreturn", explain_return, true},
	{"socket", explain_socket, false},
	{"socketpair", explain_pipe, false},
	{"stat", explain_stat, true},
	{"stat64", explain_stat, true},
	{"statx", explain_stat, true},
	{"syscall 334", explain_rseq, true},
	{"tgkill", explain_kill, false},
	{"tkill", explain_kill, false},
	{"ugetrlimit", explain_limit, true},
	{"vfork", explain_fork, false},
	{"wait4", explain_wait, false},
	{"waitid", explain_wait, false},
	{"waitpid", explain_wait, false},
	{"write", explain_write, false},
	{"writev", explain_write, false},
};

/* Less than 0, 0, or more, as memcmp. */
int name_order(const char *name, struct trace_span span)
{
	size_t length = strlen(name);
	int order = memcmp(name, span.at, length < span.length ? length :
			   span.length);

	return order || length == span.length ? order :
	       length < span.length ? -1 : 1;
}

explain_call *known_call(struct trace_span name, bool *start)
{
	size_t low = 0, high = sizeof calls / sizeof calls[0];

	*start = false;
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = name_order(calls[middle].name, name);

		if (order == 0) {
			*start = calls[middle].start;
			return calls[middle].explain;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}
