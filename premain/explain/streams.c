/*
 * premain/explain/streams.c
 *
 * What is open is read, written, asked and closed.
 * Source: read(2), write(2), ioctl_tty(2), getdents(2), stdio(3), gABI ch. 5.
 */
#include "premain/explain/explain.h"

#include <string.h>

/* Whether what was read begins as every ELF file does. */
static bool is_elf(const struct call *call)
{
	return call->count > 1 && call->arguments[1].length > 8 &&
	       (memcmp(call->arguments[1].at, "\"\\177ELF", 8) == 0 ||
		memcmp(call->arguments[1].at, "\"\\x7fELF", 8) == 0 ||
		memcmp(call->arguments[1].at, "\"\\x7f\\x45", 9) == 0);
}

/* What a loader reads of a library, besides what it maps. */
static bool explain_library(const struct scene *scene,
			    struct descriptor *descriptor)
{
	const struct call *call = scene->call;
	const char *base = path_base(descriptor->path);
	bool pread = call_is(call, "pread64");
	uint64_t offset = 0;

	if (pread)
		call_number(call, 3, &offset);
	if (is_elf(call) || (!descriptor->library && !offset &&
			     !scene->process->running && call->count > 1 &&
			     call->arguments[1].at[0] != '"' &&
			     is_library(descriptor->path))) {
		descriptor->library = true;
		enter_phase(scene, scene->process->running ? PHASE_MAIN :
			    PHASE_MAP);
		text_format(say(scene, is_elf(call) ? OBSERVED : INFERRED),
			    "reads the beginning of %s", base);
		if (descriptor->line)
			text_format(&scene->explanation->sentence,
				    " (line %llu)", descriptor->line);
		text_put(&scene->explanation->sentence, is_elf(call) ?
			 ": it is an ELF file" : ", its ELF header");
		return true;
	}
	if (!descriptor->library || !pread)
		return false;
	if (!scene->process->running)
		enter_phase(scene, PHASE_MAP);
	if (offset == 64)
		text_format(say(scene, INFERRED), "reads the program headers "
			    "of %s, once more: they lie behind its file "
			    "header, which has 64 bytes", base);
	else if (call->count > 1 && span_has(call->arguments[1], "GNU\\"))
		text_format(say(scene, INFERRED), "reads notes of %s: what "
			    "the library asks of the processor and the "
			    "kernel", base);
	else
		return false;
	return true;
}

void explain_read(const struct scene *scene)
{
	const struct call *call = scene->call;
	uint64_t fd;
	struct descriptor *descriptor = scene_descriptor(scene, 0, &fd);
	struct text *text;

	if (descriptor && !call->line->failed && call->result > 0 &&
	    explain_library(scene, descriptor))
		return;
	text = say(scene, OBSERVED);
	if (call->line->failed)
		text_put(text, "cannot read from ");
	else if (call->result == 0)
		text_put(text, "reads nothing, for there is no more, from ");
	else
		text_format(text, "reads %lld byte%s from ",
			    (long long)call->result,
			    call->result == 1 ? "" : "s");
	say_descriptor(scene, 0);
	if (call->line->failed)
		say_error(scene);
}

void explain_write(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct text *text = say(scene, OBSERVED);
	uint64_t wanted;

	enter_phase(scene, PHASE_MAIN);
	if (call->line->failed)
		text_put(text, "cannot write to ");
	else if (call_is(call, "write") && call_number(call, 2, &wanted) &&
		 (uint64_t)call->result < wanted)
		text_format(text, "writes %lld of %llu bytes to ",
			    (long long)call->result,
			    (unsigned long long)wanted);
	else
		text_format(text, "writes %lld byte%s to ",
			    (long long)call->result,
			    call->result == 1 ? "" : "s");
	say_descriptor(scene, 0);
	if (call->line->failed)
		say_error(scene);
	else if (call_is(call, "writev") && call_number(call, 2, &wanted) &&
		 wanted > 1)
		text_format(text, ", gathered from %llu places in memory",
			    (unsigned long long)wanted);
}

static void close_range_of(const struct scene *scene)
{
	struct traced *process = scene->process;
	uint64_t first, last = DESCRIPTORS;

	if (!call_number(scene->call, 0, &first))
		return;
	call_number(scene->call, 1, &last);
	text_format(say(scene, OBSERVED), call_flag(scene->call, 2,
		    "CLOSE_RANGE_CLOEXEC", 4) ? "has all descriptors from "
		    "%llu on closed at the next execve" :
		    "closes all descriptors from %llu on",
		    (unsigned long long)first);
	for (uint64_t fd = first; fd <= last && !scene->call->line->failed &&
	     fd < process->descriptor_count; fd++) {
		process->descriptors[fd].close_on_exec = true;
		if (!call_flag(scene->call, 2, "CLOSE_RANGE_CLOEXEC", 4))
			process->descriptors[fd].path[0] = '\0';
	}
}

void explain_close(const struct scene *scene)
{
	struct text *text;
	struct descriptor *descriptor;
	uint64_t fd;

	if (call_is(scene->call, "close_range")) {
		close_range_of(scene);
		return;
	}
	descriptor = scene_descriptor(scene, 0, &fd);
	text = say(scene, OBSERVED);
	text_put(text, scene->call->line->failed ? "cannot close " :
						   "closes ");
	say_descriptor(scene, 0);
	if (scene->call->line->failed)
		say_error(scene);
	else if (descriptor && descriptor->library && descriptor->parts)
		text_format(text, ": the library is mapped, in %u parts, and "
			    "stays", descriptor->parts);
	else if (descriptor && descriptor->mapped)
		text_put(text, "; what is mapped of it stays");
	if (descriptor)
		descriptor->path[0] = '\0';
}

/* Whether a stream's descriptor is a terminal decides how it is buffered. */
static bool explain_terminal(const struct scene *scene)
{
	const struct traced *process = scene->process;
	bool size = call_has(scene->call, 1, "TIOCGWINSZ") ||
		    call_has(scene->call, 1, "0x5413");
	struct text *text;
	uint64_t fd;

	if (!size && !call_has(scene->call, 1, "TCGETS") &&
	    !call_has(scene->call, 1, "TCGETS2") &&
	    !call_has(scene->call, 1, "0x5401"))
		return false;
	scene_descriptor(scene, 0, &fd);
	if (fd <= 2 && process->running)
		scene->explanation->phase = PHASE_STDIO;
	else if (fd <= 2)
		enter_phase(scene, PHASE_STDIO);
	text = say(scene, OBSERVED);
	text_put(text, "asks whether ");
	say_descriptor(scene, 0);
	text_put(text, " is a terminal");
	if (size)
		text_put(text, ", and how large its window is");
	text_put(text, scene->call->line->failed ? ": no" : ": yes");
	return true;
}

void explain_ioctl(const struct scene *scene)
{
	static const struct {
		const char *word, *sentence;
	} requests[] = {
		{"TIOCGPGRP", "asks which group of processes the terminal "
			"listens to, of "},
		{"TIOCSPGRP", "gives the terminal to a group of processes, "
			"by "},
		{"TIOCSCTTY", "makes it the session's terminal: "},
		{"TIOCGPTN", "asks for the terminal's number, of "},
		{"TIOCSPTLCK", "unlocks the terminal of "},
		{"FIONREAD", "asks how many bytes wait in "},
		{"FIONBIO", "says whether calls shall wait, for "},
		{"FIOCLEX", "is to be closed at the next execve: "},
		{"FICLONE", "wants to share another file's blocks with "},
		{"TCSETS", "changes how the terminal behaves, of "},
		{"TCSETSW", "changes how the terminal behaves, of "},
		{"TCSETSF", "changes how the terminal behaves, of "},
		{"TIOCSWINSZ", "sets the size of the window of "},
	};
	struct text *text;

	if (explain_terminal(scene))
		return;
	if (!scene->process->running)
		enter_phase(scene, PHASE_MAIN);
	for (size_t i = 0; i < sizeof requests / sizeof requests[0]; i++) {
		if (!call_has(scene->call, 1, requests[i].word))
			continue;
		text_put(say(scene, OBSERVED), requests[i].sentence);
		say_descriptor(scene, 0);
		if (scene->call->line->failed)
			say_error(scene);
		return;
	}
	text = say(scene, NOT_KNOWN);
	text_put(text, "tells the device something, or asks it, of ");
	say_descriptor(scene, 0);
	if (scene->call->line->failed)
		say_error(scene);
}

void explain_seek(const struct scene *scene)
{
	struct text *text = say(scene, OBSERVED);
	uint64_t offset = 1;

	call_number(scene->call, 1, &offset);
	if (offset == 0 && call_flag(scene->call, 2, "SEEK_CUR", 1)) {
		text_put(text, "asks how far it is in ");
		say_descriptor(scene, 0);
		if (!scene->call->line->failed)
			text_format(text, ": at byte %lld",
				    (long long)scene->call->result);
	} else {
		text_put(text, "moves to a place in ");
		say_descriptor(scene, 0);
		if (!scene->call->line->failed &&
		    !call_is(scene->call, "_llseek"))
			text_format(text, ": byte %lld",
				    (long long)scene->call->result);
	}
	if (scene->call->line->failed)
		say_error(scene);
}

void explain_list(const struct scene *scene)
{
	struct text *text = say(scene, OBSERVED);

	text_put(text, scene->call->line->failed ? "cannot read the names in "
		 : scene->call->result ? "reads the names in the folder " :
		 "has read all names in the folder ");
	say_descriptor(scene, 0);
	if (scene->call->line->failed)
		say_error(scene);
}
