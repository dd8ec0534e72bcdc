/*
 * premain/explain/stat.c
 *
 * What a file is, and what a stream of stdio asks before its first byte.
 * Source: stat(2), inode(7), stdio(3).
 */
#include "premain/explain/explain.h"

#include <string.h>

static bool is_terminal(const struct scene *scene)
{
	struct trace_span arguments = scene->call->line->arguments;

	return span_has(arguments, "makedev(0x88,") ||
	       span_has(arguments, "makedev(136,");
}

/* ": a folder", from st_mode=S_IFDIR|0755. */
static void say_kind(const struct scene *scene)
{
	static const char kinds[] =
		"REG : a file\nDIR : a folder\nCHR : a device\nIFO : a pipe\n"
		"SOC : a socket\nLNK : a link\nBLK : a disk\n";
	struct trace_span arguments = scene->call->line->arguments;
	const char *mode = span_find(arguments, "S_IF"), *line = kinds;
	uint64_t size;

	if (!mode)
		return;
	mode += 4;
	if (*mode == 'C' && is_terminal(scene)) {
		more(scene, ": a terminal");
		return;
	}
	for (; *line; line = strchr(line, '\n') + 1) {
		if (strncmp(line, mode, 3) != 0)
			continue;
		more(scene, strchr(line, ':'));
		if (line == kinds && span_number(arguments, "_size=", &size))
			more(scene, " of %u bytes", size);
		return;
	}
}

static void explain_path_stat(const struct scene *scene, const char *path)
{
	const struct traced *process = scene->process;

	if (process->phase == PHASE_SEARCH && !process->running &&
	    !is_library(path)) {
		tell(scene, INFERRED, "asks whether there is a folder %s (a "
		     "loader leaves out those that are not there)", path);
	} else {
		leave_start_for(scene, path);
		tell(scene, OBSERVED, "asks what %s is", path);
	}
	if (scene->call->line->failed) {
		more(scene, "%e");
		say_place(scene, path);
		return;
	}
	say_kind(scene);
	say_found(scene, path);
}

/* Whoever buffers has to know for whom: what comes next shows whether it is
 * asked for that. Others ask whether 0, 1 and 2 are open, one by one. */
static void explain_stream_stat(const struct scene *scene, uint64_t fd)
{
	struct traced *process = scene->process;
	enum next_is next = scene->explainer->foresight.next;
	bool row = next == NEXT_CHECK || (fd && process->row == fd);

	process->row = next == NEXT_CHECK ? (unsigned char)fd + 1 : 0;
	if (next == NEXT_STREAM && !row) {
		enter_phase(scene, PHASE_STDIO);
		process->asked = ASKED_CALLS;
	} else {
		leave_start(scene, false);
	}
	process->streams |= !row << fd;
	process->terminals |= is_terminal(scene) << fd;
	tell(scene, row || next == NEXT_STREAM ? INFERRED : OBSERVED,
	     "asks what %d is");
	say_kind(scene);
	if (row)
		more(scene, "; of 0, 1 and 2 one after the other: whether "
		     "they are open");
	else if (next == NEXT_STREAM)
		more(scene, ". stdio asks so before its first byte: a "
		     "terminal gets lines, all else large pieces");
}

static void explain_open_stat(const struct scene *scene, uint64_t fd)
{
	const struct descriptor *descriptor =
		process_descriptor(scene->process, fd);

	tell(scene, OBSERVED, "asks what %d is%e");
	say_kind(scene);
	if (!descriptor || scene->call->line->failed || scene->process->running)
		return;
	if (path_is(descriptor->path, "ld.so.cache"))
		more(scene,
		     ", all of which is mapped next");
	else if (is_library(descriptor->path))
		more(scene, ", and whether it is "
		     "loaded already, under another name");
	else
		return;
	scene->explanation->basis = INFERRED;
}

void explain_stat(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct descriptor *descriptor;
	char path[EXPLAIN_PATH];
	uint64_t fd, zero;

	if (call_path(call, 0, path)) {
		explain_path_stat(scene, path);
		return;
	}
	if (path_at(scene, 0, 1, path) && path[0]) {
		explain_path_stat(scene, path);
		return;
	}
	descriptor = scene_descriptor(scene, 0, &fd);
	if (fd == ~0ULL || (call_number(call, 1, &zero) && zero &&
			    !call_is(call, "fstat") &&
			    !call_is(call, "fstat64") &&
			    !call_flag(call, 3, "AT_EMPTY_PATH", 0x1000))) {
		tell(scene, NOT_KNOWN, "asks what a file is; which "
		     "one, the log does not say");
		return;
	}
	if (fd <= 2 && !call->line->failed &&
	    (!descriptor || descriptor->line <= scene->process->program_line))
		explain_stream_stat(scene, fd);
	else
		explain_open_stat(scene, fd);
}
