/*
 * premain/explain/processes.c
 *
 * A process makes others, and waits for them.
 * Source: fork(2), vfork(2), clone(2), wait(2), kill(2), pthreads(7).
 */
#include "premain/explain/explain.h"

#include <stdlib.h>
#include <string.h>

static void explain_thread(const struct scene *scene)
{
	struct traced *process = scene->process;
	struct trace_span arguments = scene->call->line->arguments;
	const struct mapping *mapping = NULL;
	const char *stack = memmem(arguments.at, arguments.length, "stack=",
				   6);

	text_format(say(scene, OBSERVED), "makes a thread, number %lld, with "
		    "this process's memory and descriptors",
		    (long long)scene->call->result);
	if (stack)
		mapping = process_mapping(process,
					  strtoull(stack + 6, NULL, 0));
	if (!mapping && stack)		/* its end, in clone's older form */
		mapping = process_mapping(process,
					  strtoull(stack + 6, NULL, 0) - 1);
	if (mapping)
		text_format(&scene->explanation->sentence, "; its stack is "
			    "the memory of line %llu", mapping->line);
}

void explain_fork(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct trace_span arguments = call->line->arguments;
	struct text *text;

	if (call->line->failed) {
		text_put(say(scene, OBSERVED), "cannot make a child");
		say_error(scene);
		return;
	}
	if (!call->returned)
		return;
	if (span_has(arguments, "CLONE_THREAD")) {
		explain_thread(scene);
		return;
	}
	text = say(scene, OBSERVED);
	text_format(text, "makes a child, process %lld",
		    (long long)call->result);
	if (call_is(call, "vfork") || span_has(arguments, "CLONE_VFORK"))
		text_put(text, ", with the parent's own memory, while the "
			 "parent stands still, until it has called execve "
			 "or ended");
	else if (call_is(call, "fork") || !span_has(arguments, "CLONE_VM"))
		text_put(text, ", with a copy of its memory, page by page as "
			 "they are written, and the same descriptors");
	if (span_has(arguments, "CLONE_NEW"))
		text_put(text, ", in namespaces of its own");
}

/* "[{WIFEXITED(s) && WEXITSTATUS(s) == 2}]", "[{WIFSIGNALED(s) ...". */
static void say_status(const struct scene *scene)
{
	static const char exited[] = "WEXITSTATUS(s) == ";
	static const char killed[] = "WTERMSIG(s) == ";
	struct trace_span arguments = scene->call->line->arguments;
	struct text *text = &scene->explanation->sentence;
	const char *end = arguments.at + arguments.length, *at;

	if ((at = memmem(arguments.at, arguments.length, exited,
			 sizeof exited - 1))) {
		text_format(text, " has ended with status %lu",
			    strtoul(at + sizeof exited - 1, NULL, 10));
	} else if ((at = memmem(arguments.at, arguments.length, killed,
				sizeof killed - 1))) {
		at += sizeof killed - 1;
		text_put(text, " was ended by ");
		while (at < end && ((*at >= 'A' && *at <= 'Z') ||
				    (*at >= '0' && *at <= '9') || *at == '_'))
			text_add(text, at++, 1);
	} else if (span_has(arguments, "WIFSTOPPED")) {
		text_put(text, " has stopped");
	} else {
		text_put(text, " has changed its state");
	}
}

void explain_wait(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct text *text = say(scene, OBSERVED);

	if (call->line->failed) {
		text_put(text, "waits for a child");
		say_error(scene);
	} else if (call_is(call, "waitid")) {
		text_put(text, "waits for a child");
	} else if (call->result == 0) {
		text_put(text, "asks whether a child has ended: none has");
	} else {
		text_format(text, "waits for a child: process %lld",
			    (long long)call->result);
		say_status(scene);
	}
}

void explain_kill(const struct scene *scene)
{
	const struct call *call = scene->call;
	size_t at = call_is(call, "tgkill") ? 2 : 1;
	struct text *text = say(scene, OBSERVED);
	uint64_t pid = 0;

	call_number(call, at - 1, &pid);
	if (at >= call->count)
		return;
	if (call_has(call, at, "0")) {
		text_format(text, "asks whether there is a process %lld",
			    (long long)pid);
	} else {
		text_put(text, "sends ");
		text_add(text, call->arguments[at].at,
			 call->arguments[at].length);
		text_format(text, " to %lld", (long long)pid);
		if (pid == scene->task->pid && pid)
			text_put(text, ", itself");
	}
	if (call->line->failed)
		say_error(scene);
}
