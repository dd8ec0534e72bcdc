/*
 * premain/explain/say.c
 *
 * The phase of a line, and what a descriptor is called.
 */
#include "premain/explain/explain.h"

#include <string.h>

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

/* Before main, a process with a library in work is its loader's, that of glibc
 * until it relocates them, and Go's runtime makes more calls than others. */
void leave_start(const struct scene *scene, bool go)
{
	const struct traced *process = scene->process;

	if (!process->running && process->phase != PHASE_SEARCH &&
	    process->phase != PHASE_MAP &&
	    !(process->phase == PHASE_THREAD && process->loader &&
	      process->runtime == RUNTIME_GLIBC) &&
	    (go || process->runtime != RUNTIME_GO))
		enter_phase(scene, PHASE_MAIN);
}

/* What -y has written behind a number: "3</etc/passwd>". */
static struct descriptor *remark(const struct scene *scene, size_t argument,
				 uint64_t fd)
{
	struct trace_span span = scene->call->arguments[argument];
	const char *from = memchr(span.at, '<', span.length);
	char path[EXPLAIN_PATH];
	size_t length;

	if (!from || span.at[span.length - 1] != '>')
		return NULL;
	from++;
	length = (size_t)(span.at + span.length - 1 - from);
	if (length > sizeof path - 1)
		length = sizeof path - 1;
	memcpy(path, from, length);
	path[length] = '\0';
	if (path[0] == '/')		/* /dev/pts/0<char 136:0> */
		path[strcspn(path, "<")] = '\0';
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

const char *standard_name(uint64_t fd)
{
	return fd == 0 ? "standard input" : fd == 1 ? "standard output" :
	       fd == 2 ? "standard error" : NULL;
}

/* With O_CLOEXEC or a like word, or the number that it is for openat. */
void scene_opened(const struct scene *scene, uint64_t fd, const char *path)
{
	struct descriptor *descriptor;

	if (scene->call->line->failed || !scene->call->returned)
		return;
	descriptor = process_open(scene->process, fd, path,
				  scene->call->number);
	if (descriptor)
		descriptor->close_on_exec =
			span_has(scene->call->line->arguments, "CLOEXEC") ||
			call_flag(scene->call, 2, "O_CLOEXEC", 0x80000);
}

void say_descriptor(const struct scene *scene, size_t argument)
{
	uint64_t fd;
	const struct descriptor *descriptor =
		scene_descriptor(scene, argument, &fd);

	if (descriptor) {
		more(scene, "%s", path_base(descriptor->path));
		if (descriptor->line)
			more(scene, " (line %u)", descriptor->line);
	} else if (fd == ~0ULL) {
		more(scene, "a descriptor");
	} else if (standard_name(fd)) {
		more(scene, "%s", standard_name(fd));
	} else {
		text_format(&scene->explanation->sentence, "descriptor %d",
			    (int)fd);
	}
}
