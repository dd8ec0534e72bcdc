/*
 * premain/explain/descriptors.c
 *
 * Descriptors that are no files, and numbers that change.
 * Source: pipe(2), dup(2), fcntl(2), poll(2), epoll(7), eventfd(2).
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

/* "[3, 4]", and what each of the two is now. */
static bool two_descriptors(const struct scene *scene, size_t argument,
			    const char *first, const char *second)
{
	const struct call *call = scene->call;
	bool close_on_exec = span_has(call->line->arguments, "CLOEXEC");
	struct descriptor *descriptor;
	const char *at;
	char *end;

	if (argument >= call->count ||
	    call->arguments[argument].at[0] != '[')
		return false;
	at = call->arguments[argument].at + 1;
	for (int i = 0; i < 2; i++) {
		uint64_t fd = strtoull(at, &end, 10);

		if (end == at)
			return false;
		descriptor = process_open(scene->process, fd,
					  i ? second : first, call->number);
		if (descriptor)
			descriptor->close_on_exec = close_on_exec;
		text_format(&scene->explanation->sentence, i ?
			    " what is written to %llu" :
			    ": from %llu one reads",
			    (unsigned long long)fd);
		at = memchr(end, ',', (size_t)
			    (call->arguments[argument].at +
			     call->arguments[argument].length - end));
		if (!at)
			return i == 1;
		at++;
		while (*at == ' ')
			at++;
	}
	return true;
}

void explain_pipe(const struct scene *scene)
{
	bool pair = call_is(scene->call, "socketpair");
	struct text *text = say(scene, OBSERVED);

	if (scene->call->line->failed) {
		text_put(text, "cannot make a pipe");
		say_error(scene);
		return;
	}
	text_put(text, pair ? "makes two sockets that are connected" :
			      "makes a pipe");
	if (pair)
		two_descriptors(scene, 3, "one of two sockets",
				"one of two sockets");
	else
		two_descriptors(scene, 0, "a pipe's reading end",
				"a pipe's writing end");
}

static void copy(const struct scene *scene, uint64_t from, uint64_t to)
{
	struct traced *process = scene->process;
	const struct descriptor *old = process_descriptor(process, from);
	static const char *const standard[] = {
		"standard input", "standard output", "standard error"
	};
	char path[EXPLAIN_PATH] = "";
	unsigned long long line = scene->call->number;

	if (from == to)
		return;
	if (old) {
		strlcpy(path, old->path, sizeof path);
		line = old->line;
	} else if (from <= 2) {
		strlcpy(path, standard[from], sizeof path);
		line = 0;
	}
	process_open(process, to, path, line);
}

void explain_dup(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct text *text = say(scene, OBSERVED);
	struct descriptor *descriptor;
	uint64_t from;

	if (call->line->failed) {
		text_put(text, "cannot give a second number to ");
		say_descriptor(scene, 0);
		say_error(scene);
		return;
	}
	text_format(text, "descriptor %lld is the same now as ",
		    (long long)call->result);
	say_descriptor(scene, 0);
	if (!call_number(call, 0, &from) || !call->returned)
		return;
	copy(scene, from, (uint64_t)call->result);
	descriptor = process_descriptor(scene->process,
					(uint64_t)call->result);
	if (descriptor && from != (uint64_t)call->result)
		descriptor->close_on_exec =
			call_has(call, 2, "O_CLOEXEC");
}

static bool explain_copy(const struct scene *scene)
{
	const struct call *call = scene->call;
	bool close_on_exec = call_has(call, 1, "F_DUPFD_CLOEXEC");
	struct descriptor *descriptor;
	uint64_t from;

	if ((!close_on_exec && !call_has(call, 1, "F_DUPFD")) ||
	    call->line->failed)
		return false;
	text_format(say(scene, OBSERVED), "descriptor %lld is the same now "
		    "as ", (long long)call->result);
	say_descriptor(scene, 0);
	text_put(&scene->explanation->sentence, close_on_exec ?
		 ", kept aside, and closed at the next execve" :
		 ", kept aside");
	if (!call_number(call, 0, &from) || !call->returned)
		return true;
	copy(scene, from, (uint64_t)call->result);
	descriptor = process_descriptor(scene->process,
					(uint64_t)call->result);
	if (descriptor)
		descriptor->close_on_exec = close_on_exec;
	return true;
}

void explain_fcntl(const struct scene *scene)
{
	static const struct {
		const char *word, *sentence;
	} commands[] = {
		{"F_GETFD", "asks whether it is closed at the next execve: "},
		{"F_GETFL", "asks how it was opened: "},
		{"F_SETFL", "says whether calls wait, for "},
		{"F_SETLK", "locks, or unlocks, a part of "},
		{"F_SETLKW", "locks a part, and waits if it must, of "},
		{"F_OFD_SETLK", "locks, or unlocks, a part of "},
		{"F_GETLK", "asks who has locked a part of "},
		{"F_SETPIPE_SZ", "sets the size of "},
		{"F_GETPIPE_SZ", "asks for the size of "},
		{"F_ADD_SEALS", "forbids further changes of "},
		{"F_SETOWN", "says who gets the signals of "},
	};
	struct descriptor *descriptor;
	uint64_t fd;

	if (!scene->process->running && !scene->process->loader &&
	    scene->process->runtime != RUNTIME_GO)
		enter_phase(scene, PHASE_MAIN);
	if (explain_copy(scene))
		return;
	descriptor = scene_descriptor(scene, 0, &fd);
	if (call_has(scene->call, 1, "F_SETFD")) {
		bool on = call_flag(scene->call, 2, "FD_CLOEXEC", 1);

		if (descriptor)
			descriptor->close_on_exec = on;
		text_put(say(scene, OBSERVED), on ? "is to be closed at the "
			 "next execve: " : "stays open in the next program: ");
		say_descriptor(scene, 0);
		return;
	}
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		if (!call_has(scene->call, 1, commands[i].word))
			continue;
		text_put(say(scene, OBSERVED), commands[i].sentence);
		say_descriptor(scene, 0);
		if (scene->call->line->failed)
			say_error(scene);
		return;
	}
	text_put(say(scene, NOT_KNOWN), "asks or changes something of ");
	say_descriptor(scene, 0);
	if (scene->call->line->failed)
		say_error(scene);
}

void explain_poll(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct text *text = say(scene, OBSERVED);

	if (call_is(call, "epoll_ctl")) {
		text_put(text, call_has(call, 1, "EPOLL_CTL_DEL") ?
			 "watches no longer " : "wants to hear when "
			 "something happens to ");
		say_descriptor(scene, 2);
	} else {
		text_put(text, "waits until something happens to its "
			 "descriptors");
		if (call->returned && call->result == 0)
			text_put(text, ": nothing has, in that time");
		else if (call->returned && !call->line->failed)
			text_format(text, ": to %lld of them",
				    (long long)call->result);
	}
	if (call->line->failed)
		say_error(scene);
}

void explain_event(const struct scene *scene)
{
	const struct call *call = scene->call;
	bool poll = call->line->name.length > 5 &&
		memcmp(call->line->name.at, "epoll", 5) == 0;
	struct descriptor *descriptor;

	text_put(say(scene, OBSERVED), poll ? "makes a list of descriptors "
		 "to wait for" : "makes a counter by which threads wake each "
		 "other");
	if (call->line->failed) {
		say_error(scene);
		return;
	}
	text_format(&scene->explanation->sentence, ", descriptor %lld",
		    (long long)call->result);
	descriptor = process_open(scene->process, (uint64_t)call->result,
				  poll ? "a list to wait for" : "a counter",
				  call->number);
	if (descriptor)
		descriptor->close_on_exec =
			span_has(call->line->arguments, "CLOEXEC");
}
