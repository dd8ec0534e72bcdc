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

/* 0x1000 and above: no flag that is written as a number is that large. */
static bool is_address(struct trace_span span, uint64_t *address)
{
	char digits[24], *end;

	if (!span_starts(span, "0x") || span.length >= sizeof digits)
		return false;
	memcpy(digits, span.at, span.length);
	digits[span.length] = '\0';
	*address = strtoull(digits, &end, 16);
	return *address >= 0x10000 && *end == '\0';
}

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
			  "dup3 pwrite64 readv fsync ");
}

static void put_descriptor(struct text *text, struct traced *process,
			   const struct call *call, size_t argument)
{
	const struct descriptor *descriptor;
	uint64_t fd;

	if (process && call_number(call, argument, &fd) &&
	    (descriptor = process_descriptor(process, fd)))
		text_format(text, "<%s>", descriptor->path);
	else
		text_add(text, call->arguments[argument].at,
			 call->arguments[argument].length);
}

/* What is said of a process that may have ended: its number, its time. */
static size_t skip_signal_word(struct text *text, struct trace_span rest)
{
	static const char words[] =
		"si_pid=\0" "si_uid=\0" "si_utime=\0" "si_stime=\0"
		"parent_tid=[\0";	/* 0 where it has ended already */

	for (const char *word = words; *word; word += strlen(word) + 1) {
		size_t length = strlen(word);

		if (!span_starts(rest, word))
			continue;
		text_put(text, word);
		while (length < rest.length && rest.at[length] >= '0' &&
		       rest.at[length] <= '9')
			length++;
		return length;
	}
	return 0;
}

/* Hexadecimal numbers in a structure, and what a signal says. */
static void put_plain(struct text *text, struct trace_span span)
{
	for (size_t i = 0; i < span.length; i++) {
		struct trace_span rest = {span.at + i, span.length - i};
		uint64_t address;
		size_t length = skip_signal_word(text, rest);

		if (length) {
			i += length - 1;
			continue;
		}
		length = 2;
		if (!span_starts(rest, "0x")) {
			if (!span_starts(rest, " =>"))	/* lost in two lines */
				text_add(text, rest.at, 1);
			continue;
		}
		while (length < rest.length &&
		       strchr("0123456789abcdef", rest.at[length]))
			length++;
		rest.length = length;
		if (is_address(rest, &address))
			text_put(text, "ADDRESS");
		else
			text_add(text, rest.at, length);
		i += length - 1;
	}
}

static void put_argument(struct text *text, struct traced *process,
			 const struct call *call, size_t argument)
{
	struct trace_span span = call->arguments[argument];
	uint64_t address;

	if (is_address(span, &address))
		put_address(text, process, address);
	else if ((argument == 0 && takes_descriptor(call)) ||
		 (argument == 4 && call_is(call, "mmap")))
		put_descriptor(text, process, call, argument);
	else if (argument == 0 && call_is(call, "getrandom"))
		text_put(text, "RANDOM");
	else if (call_is(call, "execve") && argument == 2)
		text_put(text, "ENVIRONMENT");
	else if (argument == 0 && call_is_in(call, " wait4 kill tgkill "))
		text_put(text, "PID");
	else if (argument == 2 && call_is(call, "wait4") && call->result > 0)
		text_put(text, "OPTIONS");	/* a handler's, or not */
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
	else if (is_address(line->result, &address))
		put_address(text, process, address);
	else if (call->result > 0 &&
		 call_is_in(call, " fork vfork clone clone3 wait4 getpid "
			    "gettid getppid set_tid_address "))
		text_put(text, "PID");
	else if (call_is_in(call, " open openat "))
		text_put(text, "FD");
	else
		put_plain(text, line->result);
}

/* Calls that say how the machine is at the moment. */
static bool is_of_moment(const struct call *call)
{
	return call_is_in(call, " sysinfo times getrusage clock_gettime time "
			  "gettimeofday getloadavg statfs fstatfs ");
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
