/*
 * premain/explain/descriptors.c
 *
 * Descriptors that are no files, and numbers that change.
 * Source: pipe(2), dup(2), fcntl(2), poll(2), epoll(7), eventfd(2).
 */
#include "premain/explain/explain.h"

#include <string.h>

/* "[3, 4]": one reads from the first what is written to the second. */
void explain_pipe(const struct scene *scene)
{
	const struct call *call = scene->call;
	bool pair = call->line->name.at[0] == 's';
	size_t at = pair ? 3 : 0;
	uint64_t first, second;

	tell(scene, OBSERVED, pair ? "makes two sockets that are connected%e" :
	     "makes a pipe%e");
	if (at >= call->count || call->line->failed ||
	    !span_number(call->arguments[at], "[", &first) ||
	    !span_number(call->arguments[at], ", ", &second))
		return;
	more(scene, ": from %u one reads what is written to %u", first,
	     second);
	scene_opened(scene, first, pair ? "one of two sockets" :
		     "a pipe's reading end");
	scene_opened(scene, second, pair ? "one of two sockets" :
		     "a pipe's writing end");
}

static void copy(const struct scene *scene, bool close_on_exec)
{
	struct traced *process = scene->process;
	uint64_t from, to = (uint64_t)scene->call->result;
	const struct descriptor *old = scene_descriptor(scene, 0, &from);
	unsigned long long line = old ? old->line : 0;
	char path[EXPLAIN_PATH] = "";
	struct descriptor *descriptor;

	if (from == to || !scene->call->returned)
		return;
	if (old)
		strlcpy(path, old->path, sizeof path);
	else if (standard_name(from))
		strlcpy(path, standard_name(from), sizeof path);
	descriptor = process_open(process, to, path, line);
	if (descriptor)
		descriptor->close_on_exec = close_on_exec;
}

void explain_dup(const struct scene *scene)
{
	tell(scene, OBSERVED, scene->call->line->failed ? "cannot give a "
	     "second number to %d%e" : "descriptor %r is the same now as %d");
	if (!scene->call->line->failed)
		copy(scene, call_has(scene->call, 2, "O_CLOEXEC"));
}

void explain_fcntl(const struct scene *scene)
{
	static const char commands[] =
		"F_DUPFD descriptor %r is the same now as %d, kept aside%e\n"
		"F_DUPFD_CLOEXEC descriptor %r is the same now as %d, kept "
			"aside, and closed at the next execve%e\n"
		"F_GETFD asks whether it is closed at the next execve: %d%e\n"
		"F_GETFL asks how it was opened: %d%e\n"
		"F_SETFL says how it is used: %d%e\n"
		"F_SETLK locks, or unlocks, a part of %d%e\n"
		"F_SETLKW locks a part, and waits if it must, of %d%e\n"
		"F_GETLK asks who has locked a part of %d%e\n"
		"F_SETOWN says who gets the signals of %d%e\n";
	const struct call *call = scene->call;
	bool on = call_flag(call, 2, "FD_CLOEXEC", 1);
	bool later = call_has(call, 1, "F_DUPFD_CLOEXEC");
	struct descriptor *descriptor;
	uint64_t fd;

	leave_start(scene, false);
	descriptor = scene_descriptor(scene, 0, &fd);
	if (call_has(call, 1, "F_SETFD")) {
		if (descriptor)
			descriptor->close_on_exec = on;
		tell(scene, OBSERVED, on ? "is to be closed at the next "
		     "execve: %d%e" : "stays open in the next program: %d%e");
	} else if (!tell_by_word(scene, 1, commands)) {
		tell(scene, NOT_KNOWN, "asks or changes something of %d%e");
	} else if ((later || call_has(call, 1, "F_DUPFD")) &&
		   !call->line->failed) {
		copy(scene, later);
	} else {
		more_behind(scene, ", with ", "F_SETFL, ");
	}
}

void explain_event(const struct scene *scene)
{
	tell(scene, OBSERVED, "makes a list of descriptors to wait for%R%e");
	scene_opened(scene, (uint64_t)scene->call->result,
		     "a list to wait for");
}

void explain_counter(const struct scene *scene)
{
	tell(scene, OBSERVED, "makes a counter by which threads wake each "
	     "other%R%e");
	scene_opened(scene, (uint64_t)scene->call->result,
		     "a counter");
}
