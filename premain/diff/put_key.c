/*
 * premain/diff/put_key.c
 *
 * A call in terms that two runs share: an address becomes the object that lies
 * there, or ADDRESS; a descriptor its file; a process number PID; random bytes
 * and the environment a word each.
 */
#include "premain/diff/diff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool starts(struct trace_span span, const char *word)
{
	size_t length = strlen(word);

	return span.length >= length && memcmp(span.at, word, length) == 0;
}

/* 0x1000 and above: no flag that is written as a number is that large. */
static bool is_address(struct trace_span span, uint64_t *address)
{
	char digits[24];

	if (!starts(span, "0x") || span.length >= sizeof digits)
		return false;
	memcpy(digits, span.at, span.length);
	digits[span.length] = '\0';
	*address = strtoull(digits, NULL, 16);
	return *address >= 0x10000;
}

static void put_address(struct text *text, const struct traced *process,
			uint64_t address)
{
	const struct mapping *mapping = process_mapping(process, address);

	if (mapping && mapping->path[0])
		text_format(text, "<%s>", path_base(mapping->path));
	else
		text_put(text, "ADDRESS");
}

bool call_is_in(const struct call *call, const char *names)
{
	char word[40];

	snprintf(word, sizeof word, " %.*s ", (int)call->line->name.length,
		 call->line->name.at);
	return strstr(names, word) != NULL;
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

	if (call_number(call, argument, &fd) &&
	    (descriptor = process_descriptor(process, fd)))
		text_format(text, "<%s>", descriptor->path);
	else
		text_add(text, call->arguments[argument].at,
			 call->arguments[argument].length);
}

/* What a signal says of the process that has ended: its number, its time. */
static size_t skip_signal_word(struct text *text, struct trace_span rest)
{
	static const char *const words[] = {
		"si_pid=", "si_uid=", "si_utime=", "si_stime="
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		size_t length = strlen(words[i]);

		if (!starts(rest, words[i]))
			continue;
		text_put(text, words[i]);
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
		if (!starts(rest, "0x")) {
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

void put_key(struct text *text, const struct trace_line *line,
	     struct explainer *explainer)
{
	struct traced *process = explainer_process(explainer, line->pid);
	struct call call;

	if (line->kind != TRACE_CALL || !process) {
		put_plain(text, line->arguments);
		return;
	}
	call_split(&call, line, 0);
	text_add(text, line->name.at, line->name.length);
	text_put(text, "(");
	for (size_t i = 0; i < call.count; i++) {
		text_put(text, i ? ", " : "");
		put_argument(text, process, &call, i);
	}
	text_put(text, ")");
	if (line->result.length)
		put_result(text, process, &call);
}
