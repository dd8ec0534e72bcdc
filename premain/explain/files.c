/*
 * premain/explain/files.c
 *
 * Calls about files: what a loader looks for, what it reads of a library, and
 * what a stream does. Source: ld.so(8), open(2), read(2), stat(2), stdio(3).
 */
#include "premain/explain/explain.h"

#include <string.h>

static bool is_library(const char *path)
{
	const char *so = strstr(path_base(path), ".so");

	return so && (so[3] == '\0' || so[3] == '.') &&
	       strcmp(path_base(path), "ld.so.cache") != 0 &&
	       strcmp(path_base(path), "ld.so.preload") != 0;
}

/* "ENOENT", at the end of a sentence about a call that failed. */
static void put_error(struct text *text, const struct call *call)
{
	text_put(text, ": ");
	text_add(text, call->line->error.at, call->line->error.length);
}

static void searched(struct traced *process, struct explanation *explanation)
{
	explanation->phase = process->phase = PHASE_SEARCH;
	explanation->basis = INFERRED;
}

static void explain_open(struct traced *process, const struct call *call,
			 struct explanation *explanation, size_t argument)
{
	struct text *text = &explanation->sentence;
	char path[128];

	if (!call_path(call, argument, path))
		return;
	explanation->basis = OBSERVED;
	if (!call->line->failed &&
	    strcmp(path_base(path), "ld.so.cache") == 0) {
		searched(process, explanation);
		text_put(text, "opens glibc's list of the libraries in the "
			 "standard folders: nobody has to search them");
	} else if (is_library(path) && call->line->failed) {
		searched(process, explanation);
		text_format(text, "looks for %s in the folder of this path, "
			    "in vain", path_base(path));
		put_error(text, call);
	} else if (is_library(path)) {
		searched(process, explanation);
		text_format(text, "finds %s, and opens it as descriptor %lld",
			    path_base(path), (long long)call->result);
	} else if (call->line->failed) {
		text_format(text, "cannot open %s", path);
		put_error(text, call);
	} else {
		text_format(text, "opens %s as descriptor %lld", path,
			    (long long)call->result);
	}
	if (!call->line->failed && call->returned)
		process_open(process, (uint64_t)call->result, path,
			     call->number);
}

static void explain_access(struct traced *process, const struct call *call,
			   struct explanation *explanation, size_t argument)
{
	struct text *text = &explanation->sentence;
	char path[128];

	if (!call_path(call, argument, path))
		return;
	explanation->basis = OBSERVED;
	if (strcmp(path_base(path), "ld.so.preload") == 0) {
		explanation->phase = process->phase = PHASE_SEARCH;
		text_put(text, "asks whether there is a list of libraries for "
			 "every program");
		text_put(text, call->line->failed ? ": no" : ": yes");
		return;
	}
	text_format(text, "asks whether %s may be used", path);
	text_put(text, call->line->failed ? ": no" : ": yes");
}

/* Whether what was read begins as every ELF file does. */
static bool is_elf(const struct call *call)
{
	static const char magic[] = "\"\\177ELF", hex[] = "\"\\x7fELF";
	struct trace_span span;

	if (call->count < 2)
		return false;
	span = call->arguments[1];
	return (span.length >= sizeof magic - 1 &&
		memcmp(span.at, magic, sizeof magic - 1) == 0) ||
	       (span.length >= sizeof hex - 1 &&
		memcmp(span.at, hex, sizeof hex - 1) == 0);
}

static bool has_notes(const struct call *call)
{
	struct trace_span span;

	if (call->count < 2)
		return false;
	span = call->arguments[1];
	for (size_t i = 0; i + 4 <= span.length; i++)
		if (memcmp(span.at + i, "GNU\\", 4) == 0)
			return true;
	return false;
}

static void explain_read(struct traced *process, const struct call *call,
			 struct explanation *explanation)
{
	struct descriptor *descriptor = NULL;
	struct text *text = &explanation->sentence;
	uint64_t fd = ~0ULL, offset;

	if (!call->returned || call->line->failed)
		return;
	if (call_number(call, 0, &fd))
		descriptor = process_descriptor(process, fd);
	explanation->basis = OBSERVED;
	if (descriptor && is_elf(call)) {
		descriptor->library = true;
		explanation->phase = process->phase = PHASE_MAP;
		text_format(text, "reads the beginning of %s (line %llu): it "
			    "is an ELF file", path_base(descriptor->path),
			    descriptor->line);
		return;
	}
	if (descriptor && descriptor->library && has_notes(call)) {
		explanation->phase = PHASE_MAP;
		text_format(text, "reads notes of %s: what the library asks "
			    "of the processor and the kernel",
			    path_base(descriptor->path));
		return;
	}
	if (descriptor && descriptor->library && call_number(call, 3, &offset)
	    && offset == 64) {
		explanation->phase = PHASE_MAP;
		explanation->basis = INFERRED;
		text_format(text, "reads the program headers of %s: they lie "
			    "behind its file header, which has 64 bytes",
			    path_base(descriptor->path));
		return;
	}
	if (call->result == 0)
		text_put(text, "reads nothing: there is no more");
	else
		text_format(text, "reads %lld bytes", (long long)call->result);
	if (descriptor)
		text_format(text, ", of %s (line %llu)", descriptor->path,
			    descriptor->line);
	else if (fd == 0)
		text_put(text, ", of standard input");
}

static void explain_stat(struct traced *process, const struct call *call,
			 struct explanation *explanation)
{
	struct text *text = &explanation->sentence;
	struct descriptor *descriptor = NULL;
	uint64_t fd;
	char path[128];

	explanation->basis = OBSERVED;
	if (call_path(call, 0, path) ||
	    (call_path(call, 1, path) && path[0])) {
		text_format(text, "asks what %s is", path);
		if (call->line->failed)
			put_error(text, call);
		return;
	}
	if (!call_number(call, 0, &fd))
		return;
	descriptor = process_descriptor(process, fd);
	if (descriptor) {
		text_format(text, "asks for the size and the kind of %s "
			    "(line %llu)", path_base(descriptor->path),
			    descriptor->line);
	} else if (fd <= 2) {
		explanation->phase = process->phase = PHASE_STDIO;
		explanation->basis = INFERRED;
		text_put(text, "asks what standard output or input is: a "
			 "stream has a line at a time for a terminal, and "
			 "larger pieces for all else");
	} else {
		text_format(text, "asks what descriptor %llu is",
			    (unsigned long long)fd);
	}
}

static void explain_close(struct traced *process, const struct call *call,
			  struct explanation *explanation)
{
	struct descriptor *descriptor = NULL;
	uint64_t fd;

	if (!call_number(call, 0, &fd) || call->line->failed)
		return;
	descriptor = process_descriptor(process, fd);
	explanation->basis = OBSERVED;
	if (!descriptor) {
		text_format(&explanation->sentence, "closes descriptor %llu",
			    (unsigned long long)fd);
		return;
	}
	text_format(&explanation->sentence, "closes %s%s",
		    path_base(descriptor->path), descriptor->mapped ?
		    "; what is mapped of it stays" : "");
	descriptor->path[0] = '\0';
}

static void explain_write(struct traced *process, const struct call *call,
			  struct explanation *explanation)
{
	struct text *text = &explanation->sentence;
	struct descriptor *descriptor;
	uint64_t fd;

	if (!call_number(call, 0, &fd))
		return;
	explanation->phase = process->phase = PHASE_MAIN;
	explanation->basis = OBSERVED;
	descriptor = process_descriptor(process, fd);
	if (call->line->failed)
		text_put(text, "cannot write");
	else
		text_format(text, "writes %lld bytes",
			    (long long)call->result);
	if (descriptor)
		text_format(text, " to %s (line %llu)", descriptor->path,
			    descriptor->line);
	else if (fd <= 2)
		text_put(text, fd == 2 ? " to standard error" :
					 " to standard output");
	if (call->line->failed)
		put_error(text, call);
}

void explain_files(struct traced *process, const struct call *call,
		   struct explanation *explanation)
{
	if (call_is(call, "open"))
		explain_open(process, call, explanation, 0);
	else if (call_is(call, "openat"))
		explain_open(process, call, explanation, 1);
	else if (call_is(call, "access"))
		explain_access(process, call, explanation, 0);
	else if (call_is(call, "faccessat") || call_is(call, "faccessat2"))
		explain_access(process, call, explanation, 1);
	else if (call_is(call, "read") || call_is(call, "pread64"))
		explain_read(process, call, explanation);
	else if (call_is(call, "fstat") || call_is(call, "newfstatat") ||
		 call_is(call, "stat") || call_is(call, "lstat") ||
		 call_is(call, "statx"))
		explain_stat(process, call, explanation);
	else if (call_is(call, "close"))
		explain_close(process, call, explanation);
	else if (call_is(call, "write") || call_is(call, "writev"))
		explain_write(process, call, explanation);
}
