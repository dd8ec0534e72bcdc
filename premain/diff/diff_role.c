/*
 * premain/diff/diff_role.c
 *
 * What a call is a part of, by the file that it is about, the memory, or its
 * name. Source: ld.so(8); the start of glibc, musl, dietlibc and klibc as
 * strace shows it.
 */
#include "premain/diff/diff.h"

#include <string.h>

/* Calls whose name alone says it. */
static enum diff_role role_of_name(const struct call *call)
{
	/* In the order of enum diff_role. */
	static const char names[] =
		"\0" " execve execveat \0" "\0" "\0" "\0" "\0" "\0"
		" arch_prctl \0" " set_tid_address set_robust_list rseq \0"
		" brk mremap madvise \0" "\0" " getrandom \0" "\0" "\0"
		"\0" " rt_sigaction rt_sigprocmask \0"
		" fork vfork clone clone3 wait4 waitid \0"
		" exit exit_group \0";

	for (size_t i = 0; i < DIFF_ROLES; i++)
		if (call_is_in(call, nth_word(names, i)))
			return (enum diff_role)i;
	return span_has(call->line->arguments, "RLIMIT_STACK") ? ROLE_STACK :
								 ROLE_OTHER;
}

/* The role of what a file is used for. */
static enum diff_role role_of_path(struct text *object, const char *path,
				   bool failed)
{
	const char *base = path_base(path);

	if (strcmp(base, "ld.so.cache") == 0)
		return ROLE_CACHE;
	if (strcmp(base, "ld.so.preload") == 0)
		return ROLE_PRELOAD;
	if (is_library(base)) {
		text_show(object, base);
		return failed ? ROLE_SEARCH : ROLE_LIBRARY;
	}
	text_show(object, path);
	return ROLE_FILE;
}

/* What mmap, munmap and mprotect are about: what lies at the address. */
static enum diff_role role_of_memory(struct text *object,
				     struct traced *process,
				     const struct call *call)
{
	const struct descriptor *descriptor = NULL;
	const struct mapping *mapping;
	uint64_t number;

	if (call_is(call, "mmap") && call_number(call, 4, &number))
		descriptor = process_descriptor(process, number);
	if (descriptor)
		return role_of_path(object, descriptor->path, false);
	if (!call_number(call, 0, &number))
		return ROLE_MEMORY;
	mapping = process_mapping(process, number);
	if (call_is(call, "mprotect") && call_has(call, 2, "PROT_READ") &&
	    number && (!mapping || mapping->path[0]))
		return ROLE_RELRO;
	if (!mapping || !mapping->path[0])
		return ROLE_MEMORY;
	return role_of_path(object, mapping->path, false);
}

static enum diff_role role_of_descriptor(struct text *object,
					 struct traced *process,
					 const struct call *call)
{
	const struct descriptor *descriptor;
	uint64_t fd;

	if (!call_number(call, 0, &fd))
		return ROLE_OTHER;
	descriptor = process_descriptor(process, fd);
	if (descriptor)
		return role_of_path(object, descriptor->path, false);
	if (fd > 2)
		return ROLE_OTHER;
	if (call_is_in(call, " fstat newfstatat ioctl "))
		return ROLE_STDIO;
	text_put(object, standard_name(fd));
	return ROLE_STREAM;
}

static enum diff_role role_of_call(struct text *object,
				   struct traced *process,
				   const struct call *call)
{
	enum diff_role role = role_of_name(call);
	char path[128];

	if (role != ROLE_OTHER)
		return role;
	if (call_is_in(call, " mmap munmap mprotect "))
		return role_of_memory(object, process, call);
	if (call_path(call, 0, path) ||
	    (call->count > 1 && call->arguments[0].at[0] == 'A' &&
	     call_path(call, 1, path)))		/* AT_FDCWD */
		return role_of_path(object, path, call->line->failed);
	if (takes_descriptor(call))
		return role_of_descriptor(object, process, call);
	return ROLE_OTHER;
}

enum diff_role diff_role(struct text *object, const struct call *call,
			 struct traced *process)
{
	const struct trace_line *line = call->line;
	enum diff_role role = ROLE_OTHER;

	if (line->kind == TRACE_SIGNAL)
		return ROLE_SIGNAL;
	if (line->kind == TRACE_EXIT)
		return ROLE_END;
	if (line->kind == TRACE_CALL)
		role = role_of_call(object, process, call);
	if (role == ROLE_OTHER && line->name.length)
		text_put_visible(object, line->name.at, line->name.length);
	return role;
}
