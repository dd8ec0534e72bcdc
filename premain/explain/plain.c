/*
 * premain/explain/plain.c
 *
 * Calls that say all by themselves, once their file and result are named.
 * Source: section 2 of the manual, a page each.
 */
#include "premain/explain/explain.h"

#include <string.h>

/* By the first letter: the names of calls, and behind a colon what they do. */
static const char *const sentences[26] = {
	['c' - 'a'] =
	"capget :asks what it may do besides its user's rights\n"
	"capset :changes what it may do besides its user's rights\n"
	"chdir :goes to the folder %p\n"
	"chmod chown :changes the rights or the owner of %p\n"
	"clock_getres clock_gettime :asks a clock, %w\n"
	"clock_nanosleep :sleeps\n"
	"copy_file_range :has the kernel copy a file's bytes, from %d%R\n",
	['e' - 'a'] =
	"epoll_ctl :changes a list of descriptors: %v\n"
	"epoll_wait epoll_pwait epoll_pwait2 :waits until something happens to "
		"descriptors; to how many%R\n",
	['f' - 'a'] =
	"fallocate :asks for room on the disk for %d\n"
	"fadvise :says how it will read %d\n"
	"fchdir :goes to the folder of %d\n"
	"fchmod fchown :changes the rights or the owner of %d\n"
	"fchmodat fchownat :changes the rights or the owner of %p\n"
	"fdatasync fsync :waits until it is on the disk: %d\n"
	"flock :locks, or unlocks, %d\n"
	"fstatfs fgetxattr :asks the file system about %d\n"
	"ftruncate :sets the length of %d\n",
	['g' - 'a'] =
	"getcwd :asks in which folder it is: %p\n"
	"getdents :reads names in the folder %d, in bytes%R\n"
	"getegid :asks for the group whose rights it has%R\n"
	"geteuid :asks for the user whose rights it has%R\n"
	"getgid :asks for its group%R\n"
	"getgroups :asks in how many further groups its user is%R\n"
	"getpgid getpgrp :asks for its group of processes%R\n"
	"getpid :asks for its own number%R\n"
	"getppid :asks for its parent's number%R\n"
	"getresgid getresuid :asks for its three groups or users\n"
	"getrusage :asks how much time and memory it has used\n"
	"getsid :asks for the session of its terminal%R\n"
	"getsockname getpeername getsockopt :asks about %d\n"
	"gettid :asks for the thread's own number%R\n"
	"gettimeofday :asks what time it is\n"
	"getuid :asks for its user%R\n"
	"getxattr :asks the file system about %p\n",
	['i' - 'a'] =
	"inotify_add_watch inotify_rm_watch inotify_init1 inotify_init "
		":hears, or not, of changes in files\n",
	['l' - 'a'] =
	"lgetxattr listxattr :asks the file system about %p\n"
	"link linkat :gives a file a second name: %p, %P\n"
	"listen :lets connections come, on %d\n",
	['m' - 'a'] =
	"memfd_create :makes a file in memory, %p%R\n"
	"mkdir mkdirat :makes the folder %p\n"
	"mlock mlock2 mlockall munlock munlockall :keeps pages in memory, or "
		"lets them go\n"
	"msync :has what is mapped go to its file\n",
	['n' - 'a'] =
	"nanosleep :sleeps\n",
	['p' - 'a'] =
	"pause :waits for a signal\n"
	"pidfd_open :opens process %w, to wait for its end%R\n"
	"pkey_alloc pkey_free pkey_mprotect :has to do with keys by "
		"which threads close pages%R\n"
	"poll ppoll pselect6 :waits until something happens to descriptors; "
		"to how many%R\n"
	"prctl :sets or asks for something of the process: %w\n"
	"ptrace :watches another process: %w\n"
	"pwrite :writes %r bytes at a place of %d\n",
	['r' - 'a'] =
	"recvfrom recvmsg recv :receives %r bytes from %d\n"
	"rename renameat renameat2 :gives another name: %p, %P\n"
	"restart_syscall :goes on with what a signal interrupted%R\n"
	"rmdir :removes the folder %p\n"
	"rt_sigreturn :the signal is handled: the program goes on where it "
		"was\n"
	"rt_sigsuspend rt_sigtimedwait :waits for a signal\n",
	['s' - 'a'] =
	"sched_getparam sched_getscheduler sched_get_priority_max "
		"sched_get_priority_min :asks how it is scheduled\n"
	"sched_setaffinity sched_setparam sched_setscheduler "
		":says how, or where, it is scheduled\n"
	"sched_yield :lets others run first\n"
	"select :waits until something happens to descriptors%R\n"
	"sendfile :has the kernel copy a file's bytes, to %d%R\n"
	"sendmmsg sendto sendmsg send :sends %r bytes or messages through "
		"%d\n"
	"setpgid :puts a process into a group\n"
	"setresgid setgid setgroups :sets its groups\n"
	"setresuid setuid :sets its users\n"
	"setrlimit :sets a limit of the process: %w\n"
	"setsid :begins a session of its own, without a terminal%R\n"
	"setsockopt shutdown :changes %d\n"
	"shmat shmctl shmdt shmget :has to do with memory that processes "
		"share\n"
	"sigreturn :the signal is handled: the program goes on where it was\n"
	"statfs :asks which file system has %p\n"
	"sync syncfs :waits until all is on the disk\n"
	"symlink symlinkat :makes a link: %p, %P\n"
	"sysinfo :asks how much memory there is, and how busy the machine "
		"is\n",
	['t' - 'a'] =
	"time :asks what time it is\n"
	"timer_create timer_settime timerfd_create timerfd_settime "
		":makes or sets a timer\n"
	"truncate :sets the length of %p\n",
	['u' - 'a'] =
	"umask :says which rights new files shall not have\n"
	"unlink unlinkat :removes %p\n"
	"utimensat utime utimes futimesat :sets the times of %p\n",
};

/* From its own name on, or NULL. */
const char *plain_sentence(struct trace_span name)
{
	const char *line = name.at[0] >= 'a' && name.at[0] <= 'z' ?
		sentences[name.at[0] - 'a'] : NULL;

	for (; line && *line; line = strchr(line, '\n') + 1) {
		for (; *line != ':'; line = strchr(line, ' ') + 1)
			if (strncmp(line, name.at, name.length) == 0 &&
			    line[name.length] == ' ')
				return line;
	}
	return NULL;
}

void explain_plain(const struct scene *scene)
{
	tell(scene, OBSERVED, strchr(scene->call->known.name, ':') + 1);
	more(scene, "%e");
}
