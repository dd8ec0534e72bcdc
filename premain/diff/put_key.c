/*
 * premain/diff/put_key.c
 *
 * A call in terms that two runs share: an address becomes the object that lies
 * there, or ADDRESS; a descriptor its file; a process number PID; a file name
 * that was made up NEW; random bytes and the environment a word each.
 */
#include "premain/diff/diff.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_PID = 300 };	/* smaller numbers are other things, too */

/* Of no process, all addresses are alike. */
static void put_address(struct text *text, const struct traced *process,
			uint64_t address)
{
	const struct mapping *mapping = process ?
		process_mapping(process, address) : NULL;

	if (mapping && mapping->path[0])
		text_format(text, "<%s>", path_base(mapping->path));
	else
		text_put(text, "ADDRESS");
}

bool call_is_in(const struct call *call, const char *names)
{
	return name_is_in(call->line->name.at, call->line->name.length, names);
}

bool takes_descriptor(const struct call *call)
{
	return call_is_in(call, " read pread64 write writev close fstat "
			  "newfstatat lseek ioctl fcntl getdents64 dup dup2 "
			  "dup3 pwrite64 readv fsync fadvise64 flock ftruncate "
			  "connect bind listen accept accept4 shutdown sendto "
			  "recvfrom sendmsg recvmsg getsockname getpeername "
			  "setsockopt getsockopt fstatfs fchmod fchown "
			  "epoll_ctl epoll_wait epoll_pwait ");
}

/* Its file; "pipe" of "pipe:[17]", which is each run's own. */
static void put_descriptor(struct text *text, struct traced *process,
			   const struct call *call, size_t argument)
{
	struct trace_span span = call->arguments[argument];
	const struct descriptor *descriptor = NULL;
	const char *own, *remark = memchr(span.at, '<', span.length);
	uint64_t fd;

	if (process && call_number(call, argument, &fd))
		descriptor = process_descriptor(process, fd);
	if (descriptor)
		span = (struct trace_span){descriptor->path,
					   strlen(descriptor->path)};
	else if (process && remark)
		span = (struct trace_span){remark + 1, span.length - 2 -
					   (size_t)(remark - span.at)};
	else {
		put_plain(text, span);
		return;
	}
	own = memmem(span.at, span.length, ":[", 2);
	text_put(text, "<");
	text_add(text, span.at, own ? (size_t)(own - span.at) : span.length);
	text_put(text, ">");
}

/* The numbers of processes that a call is about, or gives. */
static bool is_process(const struct call *call, struct trace_span span)
{
	char digits[24], *end;

	if (span.length >= sizeof digits ||
	    !call_is_in(call, " fork vfork clone clone3 wait4 waitpid getpid "
			"gettid getppid getpgrp getpgid setpgid getsid setsid "
			"set_tid_address kill tkill tgkill prlimit64 "
			"sched_getaffinity sched_setaffinity "
			"sched_getscheduler sched_setscheduler "
			"sched_getparam sched_getattr sched_setattr "
			"rt_sigqueueinfo rt_tgsigqueueinfo getpriority "
			"setpriority pidfd_open ptrace "))
		return false;
	memcpy(digits, span.at, span.length);
	digits[span.length] = '\0';
	return strtoul(digits, &end, 0) >= LEAST_PID &&
	       strtoul(digits, &end, 0) < 1 << 22 && (!*end || *end == '<');
}

/* Lengths and offsets, though they may be written as addresses are. */
static bool is_size(const struct call *call, size_t argument)
{
	return argument && call_is_in(call, " mmap munmap mprotect madvise "
				      "mremap ") &&
	       !(argument == 4 && call_is(call, "mremap"));
}

static void put_argument(struct text *text, struct traced *process,
			 const struct call *call, size_t argument)
{
	struct trace_span span = call->arguments[argument];
	uint64_t address;

	if (is_process(call, span))
		text_put(text, "PID");
	else if (!is_size(call, argument) && is_address(span, &address))
		put_address(text, process, address);
	else if ((argument == 0 && takes_descriptor(call)) ||
		 (argument == 4 && call_is(call, "mmap")))
		put_descriptor(text, process, call, argument);
	else if (argument == 0 && call_is(call, "getrandom"))
		text_put(text, "RANDOM");
	else if (call_is(call, "execve") && argument == 2)
		text_put(text, "ENVIRONMENT");
	else if (argument == 0 && call_is(call, "wait4"))
		text_put(text, "PID");
	else if (argument == 2 && call_is(call, "wait4") && call->result > 0)
		text_put(text, "OPTIONS");	/* a handler's, or not */
	else if (argument == 3 && call_is(call, "wait4"))
		text_put(text, "USAGE");
	else if (call_has(call, 1, "TIMER_ABSTIME") && argument == 2)
		text_put(text, "TIME");
	else
		put_plain(text, span);
}

static void put_result(struct text *text, struct traced *process,
		       const struct call *call)
{
	const struct trace_line *line = call->line;
	uint64_t address;

	text_put(text, " = ");
	if (line->error.length)
		text_add(text, line->error.at, line->error.length);
	else if (is_process(call, line->result))
		text_put(text, "PID");
	else if (is_address(line->result, &address))
		put_address(text, process, address);
	else if (call_is_in(call, " open openat "))
		text_put(text, "FD");
	else
		put_plain(text, line->result);
}

/* Calls that say how the machine is at the moment. */
static bool is_of_moment(const struct call *call)
{
	return call_is_in(call, " sysinfo times getrusage clock_gettime time "
			  "gettimeofday getloadavg statfs fstatfs getcpu ");
}

/* A read of what is other each time: /proc/loadavg, /dev/urandom. */
static bool reads_moment(struct traced *process, const struct call *call)
{
	const struct descriptor *descriptor = NULL;
	uint64_t fd;

	if (call_is_in(call, " read pread64 ") && call_number(call, 0, &fd))
		descriptor = process_descriptor(process, fd);
	return descriptor &&
	       (strncmp(descriptor->path, "/proc/", 6) == 0 ||
		strcmp(descriptor->path, "/dev/urandom") == 0 ||
		strcmp(descriptor->path, "/dev/random") == 0);
}

static void put_call(struct text *text, struct traced *process,
		     const struct call *call, bool plain)
{
	bool failed = call->line->failed;
	bool moment = !failed && is_of_moment(call);
	bool data = !failed && reads_moment(process, call);

	if (plain)
		process = NULL;

	text_add(text, call->line->name.at, call->line->name.length);
	text_put(text, "(");
	for (size_t i = 0; i < call->count && !moment; i++) {
		text_put(text, i ? ", " : "");
		if (data && i == 1)
			text_put(text, "BYTES");
		else
			put_argument(text, process, call, i);
	}
	text_put(text, ")");
	if (call->line->result.length && !moment && !data)
		put_result(text, process, call);
}

/* In a name, or as [17]: a number of a process that the log knows; its
 * length. Other numbers are sizes. */
static size_t skip_pid(const struct diff_side *side, char before,
		       const char *at)
{
	char *end;
	unsigned long number = strtoul(at, &end, 10);

	if (!before || !strchr("[/.-", before) || *at < '1' || *at > '9' ||
	    number < LEAST_PID)
		return 0;
	for (size_t i = 0; i < side->pid_count; i++)
		if (side->pids[i] == number)
			return (size_t)(end - at);
	return 0;
}

static size_t skip_made(const struct diff_side *side, const char *at)
{
	for (size_t i = 0; i < DIFF_NAMES; i++) {
		size_t length = strlen(side->made[i]);

		if (length && strncmp(at, side->made[i], length) == 0)
			return length;
	}
	return 0;
}

/* What the run has made up, wherever it is named. */
static void put_shared(struct text *text, const struct diff_side *side,
		       const struct text *own)
{
	const char *at = text_string(own);
	char before = '\0';

	while (*at) {
		size_t length = skip_pid(side, before, at);

		if (length)
			text_put(text, "PID");
		else if ((length = skip_made(side, at)))
			text_put(text, "NEW");
		else
			text_add(text, at, length = 1);
		at += length;
		before = at[-1];
	}
	text->lost = text->lost || own->lost;
}

void put_key(struct text *text, const struct trace_line *line,
	     struct diff_taker *taker, bool plain)
{
	struct traced *process = explainer_process(&taker->explainer,
						   line->pid);
	struct text own = {0};
	struct call call;

	if (line->kind != TRACE_CALL || !process) {
		put_plain(&own, line->arguments);
	} else {
		call_split(&call, line, 0);
		put_call(&own, process, &call, plain);
	}
	put_shared(text, taker->side, &own);
	text_free(&own);
}
