/*
 * premain/explain/say.c
 *
 * The parts that sentences have in common.
 * Source: errno(3); where qemu gives numbers, asm-generic/errno.h.
 */
#include "premain/explain/explain.h"

#include <string.h>

struct text *say(const struct scene *scene, enum basis basis)
{
	scene->explanation->basis = basis;
	return &scene->explanation->sentence;
}

/* A library that main loads has its phases, but main goes on. */
void enter_phase(const struct scene *scene, enum explain_phase phase)
{
	struct traced *process = scene->process;

	scene->explanation->phase = phase;
	if (!process->running || phase == PHASE_EXIT)
		process->phase = phase;
	if (phase == PHASE_MAIN) {
		process->running = true;
		process->phase = PHASE_MAIN;
	}
}

void say_error(const struct scene *scene)
{
	static const struct {
		const char *name, *number, *words;
	} errors[] = {
		{"ENOENT", "2", "there is nothing of that name"},
		{"EACCES", "13", "it is not allowed"},
		{"EPERM", "1", "it is not allowed"},
		{"EINVAL", "22", "the kernel does not take these arguments"},
		{"ENOTTY", "25", "it is no terminal, or none that can do so"},
		{"ENOSYS", "38", "there is no such call here"},
		{"EAGAIN", "11", "not now"},
		{"EEXIST", "17", "it exists already"},
		{"ENOTDIR", "20", "a part of the path is no folder"},
		{"ENOEXEC", "8", "it is no program, and has no #! line"},
		{"ESPIPE", "29", "in a pipe, a socket or a terminal nobody "
			"can move"},
		{"ECHILD", "10", "there is no child"},
		{"EBADF", "9", "that descriptor is not open"},
		{"EINTR", "4", "a signal came before"},
		{"EPIPE", "32", "nobody reads it"},
		{"ECONNREFUSED", "111", "nobody listens there"},
		{"EINPROGRESS", "115", "it goes on meanwhile"},
		{"ETIMEDOUT", "110", "the time is over"},
		{"ENOMEM", "12", "there is no room"},
		{"ESRCH", "3", "there is no such process"},
	};
	struct trace_span error = scene->call->line->error;
	struct text *text = &scene->explanation->sentence;

	for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++)
		if (span_is(error, errors[i].name) ||
		    span_is(error, errors[i].number)) {
			text_format(text, ": %s, %s", errors[i].name,
				    errors[i].words);
			return;
		}
	text_put(text, ": ");
	text_add(text, error.at, error.length);
}

/* What -y has written behind a number: "3</etc/passwd>". */
static struct descriptor *remark(const struct scene *scene, size_t argument,
				 uint64_t fd)
{
	struct trace_span span = scene->call->arguments[argument];
	const char *from = memchr(span.at, '<', span.length), *to;
	char path[EXPLAIN_PATH];
	size_t length;

	if (!from || span.at[span.length - 1] != '>')
		return NULL;
	from++;
	to = span.at + span.length - 1;
	length = (size_t)(to - from);
	if (*from == '/' && memchr(from, '<', length)) /* <char 136:0> */
		length = (size_t)((const char *)memchr(from, '<', length) -
				  from);
	if (length > sizeof path - 1)
		length = sizeof path - 1;
	memcpy(path, from, length);
	path[length] = '\0';
	return process_open(scene->process, fd, path, 0);
}

struct descriptor *scene_descriptor(const struct scene *scene,
				    size_t argument, uint64_t *fd)
{
	struct descriptor *descriptor;

	if (!call_number(scene->call, argument, fd)) {
		*fd = ~0ULL;
		return NULL;
	}
	descriptor = process_descriptor(scene->process, *fd);
	return descriptor ? descriptor : remark(scene, argument, *fd);
}

void say_descriptor(const struct scene *scene, size_t argument)
{
	static const char *const standard[] = {
		"standard input", "standard output", "standard error"
	};
	struct text *text = &scene->explanation->sentence;
	uint64_t fd;
	const struct descriptor *descriptor =
		scene_descriptor(scene, argument, &fd);

	if (descriptor) {
		text_put(text, path_base(descriptor->path));
		if (descriptor->line)
			text_format(text, " (line %llu)", descriptor->line);
	} else if (fd <= 2) {
		text_put(text, standard[fd]);
	} else if (fd == ~0ULL) {
		text_put(text, "a descriptor");
	} else {
		text_format(text, "descriptor %lld", (long long)(int)fd);
	}
}
