/*
 * premain/diff/put_key.c
 *
 * A call in terms that two runs share: an address becomes the object that lies
 * there, and a descriptor its file; process numbers, file names that were made
 * up, random bytes and the like become a "*".
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
		text_put(text, "*");
}

bool call_is_in(const struct call *call, const char *names)
{
	return name_is_in(call->line->name.at, call->line->name.length, names);
}

bool takes_descriptor(const struct call *call)
{
	return span_starts_any(call->line->name, "read\0write\0pread\0"
			       "pwrite\0close\0f\0newfstatat\0lseek\0"
			       "ioctl\0getdents\0dup\0connect\0bind\0"
			       "listen\0accept\0shutdown\0send\0recv\0"
			       "getsock\0getpeer\0setsock\0epoll_ctl\0"
			       "epoll_wait\0epoll_pwait\0");
}

/* Its file; "pipe" of "pipe:[17]", which is each run's own. */
static void put_descriptor(struct text *text, struct traced *process,
			   const struct call *call, size_t argument)
{
	const struct descriptor *descriptor = NULL;
	const char *own;
	uint64_t fd;

	if (process && call_number(call, argument, &fd))
		descriptor = process_descriptor(process, fd);
	if (!descriptor) {
		put_plain(text, call->arguments[argument]);
		return;
	}
	own = strstr(descriptor->path, ":[");
	text_format(text, "<%.*s>", own ? (int)(own - descriptor->path) :
		    EXPLAIN_PATH, descriptor->path);
}

/* What a whole argument is each run's own by: random bytes, the environment, a
 * child that ends and its times, a moment. */
static bool is_own(const struct call *call, size_t argument)
{
	return call_is(call, "getrandom") ? argument == 0 :
	       call_is(call, "wait4") ? argument != 1 :
	       argument == 2 && (call_is(call, "execve") ||
				 call_has(call, 1, "TIMER_ABSTIME"));
}

/* A length that is a file's: how long it is, the call says that asks. */
static bool is_file_size(const struct diff_side *side, const struct call *call)
{
	uint64_t size;

	if (call_is_in(call, " mmap munmap ") && call_number(call, 1, &size))
		for (size_t i = 0; i < DIFF_NAMES; i++)
			if (side->sizes[i] == size)
				return true;
	return false;
}

static void put_argument(struct text *text, const struct diff_side *side,
			 struct traced *process, const struct call *call,
			 size_t argument)
{
	struct trace_span span = call->arguments[argument];
	uint64_t address;

	if (is_own(call, argument) ||
	    (argument == 1 && process && is_file_size(side, call)))
		text_put(text, "*");
	else if (is_address(span, &address))
		put_address(text, process, address);
	else if (argument == 0 ? takes_descriptor(call) :
		 argument == 4 && call_is(call, "mmap"))
		put_descriptor(text, process, call, argument);
	else
		put_plain(text, span);
}

static void put_result(struct text *text, struct traced *process,
		       const struct call *call)
{
	const struct trace_line *line = call->line;
	uint64_t address;

	text_put(text, ") = ");
	if (line->error.length)
		text_add(text, line->error.at, line->error.length);
	else if (is_address(line->result, &address))
		put_address(text, process, address);
	else if (call_is_in(call, " open openat "))
		text_put(text, "*");
	else
		put_plain(text, line->result);
}

/* Calls that say how the machine is at the moment. */
static bool is_of_moment(const struct call *call)
{
	return call_is_in(call, " sysinfo times getrusage clock_gettime time "
			  "gettimeofday statfs fstatfs getcpu ");
}

/* A read of what is other each time: /proc/loadavg, /dev/urandom. */
static bool reads_moment(struct traced *process, const struct call *call)
{
	const struct descriptor *descriptor = NULL;
	uint64_t fd;

	if (call_is_in(call, " read pread64 ") && call_number(call, 0, &fd))
		descriptor = process_descriptor(process, fd);
	return descriptor &&
	       span_starts_any((struct trace_span){descriptor->path,
						   EXPLAIN_PATH},
			       "/proc/\0/sys/\0/dev/urandom\0/dev/random\0");
}

static void put_call(struct text *text, const struct diff_side *side,
		     struct traced *process, const struct call *call)
{
	bool data = process && !call->line->failed &&
		    reads_moment(process, call);

	text_add(text, call->line->name.at, call->line->name.length);
	if (!call->line->failed && is_of_moment(call))
		return;
	for (size_t i = 0; i < call->count; i++) {
		text_put(text, i ? ", " : "(");
		if (i != 1 || !data)
			put_argument(text, side, process, call, i);
	}
	if (call->line->result.length && !data)
		put_result(text, process, call);
}

/* The number of a process that the log knows; its length. Behind a letter it
 * is one where a string ends with it. */
static size_t skip_pid(const struct diff_side *side, char before,
		       const char *at)
{
	char *end;
	unsigned long number;

	if (*at < '0' || *at > '9' || (before >= '0' && before <= '9'))
		return 0;
	number = strtoul(at, &end, 0);
	if (number < LEAST_PID ||
	    (before >= 'A' && *end != '"' && *end != '\\'))
		return 0;
	for (size_t i = 0; i < side->pid_count; i++)
		if (side->pids[i] == number)
			return (size_t)(end - at);
	return 0;
}

static size_t skip_made(const struct diff_side *side, const char *at)
{
	for (size_t i = 0; i < DIFF_NAMES; i++) {
		const char *name = side->made[i];

		if (*name == *at && strncmp(at, name, strlen(name)) == 0)
			return strlen(name);
	}
	return 0;
}

/* What the run has made up, wherever it is named; a number may be another
 * thing, too, so that the plain form keeps it. */
static void put_shared(struct text *text, const struct diff_side *side,
		       const struct text *own, bool plain)
{
	const char *at = text_string(own);
	char before = '\0';

	while (*at) {
		size_t length = plain ? 0 : skip_pid(side, before, at);

		if (length || (length = skip_made(side, at)))
			text_put(text, "*");
		else
			text_add(text, at, length = 1);
		at += length;
		before = at[-1];
	}
	text->lost = text->lost || own->lost;
}

void put_key(struct text *text, const struct call *call,
	     const struct diff_side *side, struct traced *process)
{
	struct text own = {0};

	if (call->line->kind == TRACE_CALL)
		put_call(&own, side, process, call);
	else
		put_plain(&own, call->line->arguments);
	put_shared(text, side, &own, !process);
	text_free(&own);
}
