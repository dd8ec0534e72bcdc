/*
 * premain/explain/plain.c
 *
 * Calls that say all by themselves, once their file and result are named.
 * Source: section 2 of the manual, a page each.
 */
#include "premain/explain/explain.h"

#include <string.h>

/*
 * A line for each call, by its first letter: the name, and the sentence. In it,
 * %0 to %3 are arguments that are paths, %d is the descriptor that is argument
 * 0, %w that argument as it stands, and %r the result.
 */
static const char *const sentences[26] = {
	['a' - 'a'] =
	"alarm wants SIGALRM after some seconds\n",
	['c' - 'a'] =
	"capget asks what the process may do besides its user's rights\n"
	"capset gives up rights of the process\n"
	"chdir goes to the folder %0\n"
	"chmod changes the rights of %0\n"
	"chown changes the owner of %0\n"
	"chroot makes this folder the root of the process: %0\n"
	"clock_getres asks how fine a clock is: %w\n"
	"clock_gettime asks what time it is, by the clock %w\n"
	"clock_nanosleep sleeps, by the clock %w\n"
	"copy_file_range has the kernel copy bytes of %d: %r\n",
	['f' - 'a'] =
	"fadvise64 says how it will read %d\n"
	"fallocate wants room on the disk, for %d\n"
	"fchdir goes to the folder of %d\n"
	"fchmod changes the rights of %d\n"
	"fchmodat changes the rights of %1\n"
	"fchown changes the owner of %d\n"
	"fchownat changes the owner of %1\n"
	"fdatasync waits until it is on the disk: %d\n"
	"fgetxattr asks for a remark of the file system on %d\n"
	"flock locks, or unlocks, %d\n"
	"fstatfs asks which file system has %d\n"
	"fsync waits until it is on the disk: %d\n"
	"ftruncate sets the length of %d\n",
	['g' - 'a'] =
	"getcwd asks in which folder it is: %0\n"
	"getegid asks for the group whose rights it has: %r\n"
	"getegid32 asks for the group whose rights it has: %r\n"
	"geteuid asks for the user whose rights it has: %r\n"
	"geteuid32 asks for the user whose rights it has: %r\n"
	"getgid asks for its group: %r\n"
	"getgid32 asks for its group: %r\n"
	"getgroups asks in how many further groups its user is: %r\n"
	"getpeername asks who is at the other end of %d\n"
	"getpgid asks for the group of processes that a signal of the "
		"terminal reaches: %r\n"
	"getpgrp asks for the group of processes that a signal of the "
		"terminal reaches: %r\n"
	"getpid asks for its own number: %r\n"
	"getppid asks for its parent's number: %r\n"
	"getpriority asks how nice it is\n"
	"getresuid asks for its three users: real, effective, saved\n"
	"getrusage asks how much time and memory it has used\n"
	"getsid asks for the session of its terminal: %r\n"
	"getsockname asks for its own address, of %d\n"
	"getsockopt asks for a setting of %d\n"
	"gettid asks for the thread's own number: %r\n"
	"gettimeofday asks what time it is\n"
	"getuid asks for its user: %r\n"
	"getuid32 asks for its user: %r\n"
	"getxattr asks for a remark of the file system on %0\n",
	['i' - 'a'] =
	"inotify_add_watch wants to hear of changes in %1\n",
	['l' - 'a'] =
	"lgetxattr asks for a remark of the file system on %0\n"
	"link gives a file a second name: %0, %1\n"
	"linkat gives a file a second name: %1, %3\n"
	"listen waits for connections, on %d\n",
	['m' - 'a'] =
	"memfd_create makes a file in memory, without a name elsewhere: %0: "
		"%r\n"
	"mkdir makes the folder %0\n"
	"mkdirat makes the folder %1\n"
	"mlock wants pages to stay in memory\n"
	"msync waits until a mapped file is on the disk\n",
	['n' - 'a'] =
	"nanosleep sleeps\n",
	['p' - 'a'] =
	"pause waits for a signal\n"
	"personality asks how Linux behaves to it, or changes it\n"
	"pidfd_open wants a descriptor for a process: %r\n"
	"prctl sets or asks for something of the process: %w\n"
	"ptrace watches another process: %w\n"
	"pwrite64 writes bytes at a place of %d: %r\n",
	['r' - 'a'] =
	"rename gives another name to %0, %1\n"
	"renameat gives another name to %1, %3\n"
	"renameat2 gives another name to %1, %3\n"
	"rmdir removes the folder %0\n"
	"rt_sigsuspend waits for a signal\n"
	"rt_sigtimedwait waits for a signal\n",
	['s' - 'a'] =
	"sched_getscheduler asks how it is scheduled\n"
	"sched_setaffinity says on which processors it may run\n"
	"sched_yield lets others run first\n"
	"sendfile has the kernel copy a file's bytes, to %d: %r\n"
	"sendfile64 has the kernel copy a file's bytes, to %d: %r\n"
	"setgid sets its group\n"
	"setgroups sets its further groups\n"
	"setitimer sets a timer, that ends with a signal\n"
	"setpgid puts a process into a group, for the terminal's signals\n"
	"setpriority sets how nice it is\n"
	"setresgid sets its groups\n"
	"setresuid sets its users\n"
	"setrlimit sets a limit of the process: %w\n"
	"setsid begins a session of its own, without a terminal: %r\n"
	"setsockopt changes a setting of %d\n"
	"setuid sets its user\n"
	"setxattr sets a remark of the file system on %0\n"
	"shutdown ends one direction of %d\n"
	"signalfd4 wants signals as bytes of a descriptor: %r\n"
	"splice has the kernel move bytes, from %d: %r\n"
	"statfs asks which file system has %0\n"
	"statfs64 asks which file system has %0\n"
	"symlink makes a link: %0, %1\n"
	"sync waits until all is on the disks\n"
	"sysinfo asks how much memory there is, and how busy the machine is\n",
	['t' - 'a'] =
	"time asks what time it is\n"
	"timer_create makes a timer, by the clock %w\n"
	"timer_settime starts or stops a timer\n"
	"timerfd_create makes a timer that is a descriptor, by the clock "
		"%w: %r\n"
	"timerfd_settime starts or stops %d\n"
	"truncate sets the length of %0\n",
	['u' - 'a'] =
	"umask says which rights new files shall not have; before: %r\n"
	"uname asks for the names of kernel, release and machine\n"
	"unlink removes %0\n"
	"unlinkat removes %1\n"
	"utimensat sets the times of %1\n",
};

/* What follows the name and a blank, up to the end of the line. */
static const char *find(struct trace_span name)
{
	const char *at = name.at[0] >= 'a' && name.at[0] <= 'z' ?
		sentences[name.at[0] - 'a'] : NULL;

	while (at && *at) {
		if (strncmp(at, name.at, name.length) == 0 &&
		    at[name.length] == ' ')
			return at + name.length + 1;
		at = strchr(at, '\n') + 1;
	}
	return NULL;
}

static void put_part(const struct scene *scene, char part)
{
	struct text *text = &scene->explanation->sentence;
	const struct call *call = scene->call;
	char path[EXPLAIN_PATH];

	if (part == 'd')
		say_descriptor(scene, 0);
	else if (part == 'w' && call->count)
		text_add(text, call->arguments[0].at,
			 call->arguments[0].length);
	else if (part == 'r' && call->returned && !call->line->failed)
		text_format(text, "%lld", (long long)call->result);
	else if (part >= '0' && part <= '3' &&
		 call_path(call, (size_t)(part - '0'), path))
		text_put(text, path);
}

void explain_plain(const struct scene *scene)
{
	const char *at = find(scene->call->line->name);
	bool failed = scene->call->line->failed;
	struct text *text;

	if (!at)
		return;
	text = say(scene, OBSERVED);
	while (*at != '\n') {
		size_t length = strcspn(at, failed ? "%:\n" : "%\n");

		text_add(text, at, length);
		at += length;
		if (*at == ':' && at[2] == '%' && at[3] == 'r')
			at += 4;		/* there is no result */
		else if (*at == ':')
			text_add(text, at++, 1);
		if (*at != '%')
			continue;
		put_part(scene, at[1]);
		at += 2;
	}
	if (failed)
		say_error(scene);
}
