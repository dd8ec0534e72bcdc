/*
 * premain/explain/known.c
 *
 * Which function explains a call. Other names of the same call are those of
 * other machines: 32-bit ones have fstat64 and mmap2, new ones no open.
 */
#include "premain/explain/explain.h"

#include <string.h>

/* The most frequent first. +: one that main has not reached makes them too. */
static const char names[] =
	"+mmap mmap2 \n"
	"+openat open openat2 \n"
	"+close \n"
	"+read pread64 readv \n"
	"+newfstatat fstat stat lstat statx "
		"fstatat64 \n"
	"+mprotect \n"
	"write writev \n"
	"+rt_sigaction sigaction \n"
	"+rt_sigprocmask sigprocmask \n"
	"+brk \n"
	"+munmap \n"
	"+futex futex_time64 \n"
	"+access faccessat faccessat2 \n"
	"+readlink readlinkat \n"
	"+ioctl \n"
	"+fcntl \n"
	"+execve execveat \n"
	"+exit_group exit \n"
	"clone clone3 vfork fork \n"
	"wait4 waitid waitpid \n"
	"+arch_prctl \n"
	"+set_tid_address \n"
	"+set_robust_list \n"
	"+rseq \n"
	"+prlimit64 getrlimit ugetrlimit \n"
	"+getrandom \n"
	"+madvise \n"
	"dup2 dup dup3 \n"
	"pipe2 pipe socketpair \n"
	"socket \n"
	"connect bind \n"
	"accept accept4 \n"
	"+sched_getaffinity \n"
	"+sigaltstack \n"
	"kill tgkill tkill \n"
	"epoll_create1 epoll_create \n"
	"eventfd2 eventfd \n"
	"mremap \n"
	"creat \n"
	"+close_range \n"
	"+set_thread_area set_tls \n"
	"lseek _llseek \n"
	"setitimer alarm \n"
	"membarrier \n"
	"+uname \n";

/* In the same order. */
static explain_call *const explains[] = {
	explain_mmap, explain_open, explain_close, explain_read, explain_stat,
	explain_mprotect, explain_write, explain_action, explain_mask,
	explain_brk, explain_munmap, explain_futex, explain_access,
	explain_readlink, explain_ioctl, explain_fcntl,
	explain_exec, explain_exit, explain_fork, explain_wait, explain_arch,
	explain_tid_address, explain_robust_list, explain_rseq, explain_limit,
	explain_random, explain_madvise, explain_dup,
	explain_pipe, explain_socket, explain_connect,
	explain_accept, explain_affinity, explain_stack, explain_kill,
	explain_event, explain_counter, explain_mremap, explain_open,
	explain_close_range, explain_thread_area, explain_seek,
	explain_timer, explain_barrier, explain_uname
};

enum { EXPLAINED = sizeof explains / sizeof *explains };

static void unpack(struct text *calls, const char *lines)
{
	char plain[PLAIN_WORDS];

	for (; *lines; lines = strchr(lines, '\n') + 1) {
		plain_words(plain, lines);
		text_put(calls, plain);
		text_put(calls, "\n");
	}
}

static bool is_named(const char *word, struct trace_span name)
{
	return *word == *name.at &&
	       strncmp(word, name.at, name.length) == 0 &&
	       word[name.length] == ' ';
}

static struct known find(struct trace_span name)
{
	static struct text calls;
	const char *line, *at;
	size_t i = 0;

	if (!calls.length) {
		unpack(&calls, names);
		unpack(&calls, plain_calls);
	}
	for (line = text_string(&calls); *line; line = strchr(line, '\n') + 1) {
		at = line + (*line == '+');
		for (; *at != ':' && *at != '\n'; at = strchr(at, ' ') + 1)
			if (is_named(at, name))
				return (struct known){at, i < EXPLAINED ?
					explains[i] : explain_plain,
					*line == '+'};
		i++;
	}
	if (name.length > 8 && memcmp(name.at, "syscall", 7) == 0)
		return (struct known){NULL, explain_number, true};
	if (name.length > 4 && (span_ends(name, "32") ||
				span_ends(name, "64"))) {
		name.length -= 2;	/* of 32-bit machines: getuid32 */
		return find(name);
	}
	return (struct known){0};
}

/* The list is walked once for each name, as long as no other name comes to its
 * place. */
struct known known_call(struct trace_span name)
{
	static struct {
		char name[TRACE_NAME];
		struct known known;
	} found[128], *place;

	if (!name.length || name.length >= TRACE_NAME)
		return (struct known){0};
	place = &found[(name.length * 37 +
			(size_t)name.at[name.length - 1] * 5 +
			(size_t)name.at[name.length / 2]) % 128];
	if (!span_is(name, place->name)) {
		place->known = find(name);
		memcpy(place->name, name.at, name.length);
		place->name[name.length] = '\0';
	}
	return place->known;
}
