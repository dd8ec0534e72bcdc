/*
 * premain/explain/processes.c
 *
 * A process makes others, and waits for them.
 * Source: fork(2), vfork(2), clone(2), wait(2), kill(2), pthreads(7).
 */
#include "premain/explain/explain.h"

#include <string.h>

/* clone3 names the stack's lowest byte, clone the one behind its highest. */
static void explain_thread(const struct scene *scene)
{
	struct trace_span arguments = scene->call->line->arguments;
	const struct mapping *mapping = NULL;
	uint64_t address = 0;

	tell(scene, OBSERVED, "makes a thread, number %r, with this process's "
	     "memory and descriptors");
	if (span_number(arguments, "stack=", &address))
		mapping = process_mapping(scene->process, address -
					  call_is(scene->call, "clone"));
	if (mapping)
		more(scene, "; its stack is the memory of line %u",
		     mapping->line);
}

void explain_fork(const struct scene *scene)
{
	const struct call *call = scene->call;
	struct trace_span arguments = call->line->arguments;

	if (call->line->failed) {
		tell(scene, OBSERVED, "cannot make a child%e");
		return;
	}
	if (!call->returned)
		return;
	if (clone_has(arguments, "CLONE_THREAD", 0x10000)) {
		explain_thread(scene);
		return;
	}
	if (call->line->name.length > 5 && arguments.at[0] != '{') {
		tell(scene, NOT_KNOWN, "makes a child or a thread, number %r");
		return;
	}
	tell(scene, OBSERVED, "makes a child, process %r");
	if (call->line->name.at[0] == 'v' ||
	    clone_has(arguments, "CLONE_VFORK", 0x4000))
		more(scene, ", with the parent's own memory: the parent "
		     "stands still until it calls execve or ends");
	else if (call->line->name.at[0] == 'f' ||
		 !clone_has(arguments, "CLONE_VM", 0x100))
		more(scene, ", with a copy of its memory (page by page, "
		     "when written) and the same descriptors");
	if (span_has(arguments, "CLONE_NEW"))
		more(scene, ", in namespaces of its own");
}

/* "[{WIFEXITED(s) && WEXITSTATUS(s) == 2}]", "[{WIFSIGNALED(s) ...". */
static void say_status(const struct scene *scene)
{
	if (!more_behind(scene, " has ended with status ",
			 "WEXITSTATUS(s) == ") &&
	    !more_behind(scene, " was ended by ", "WTERMSIG(s) == "))
		more(scene, span_has(scene->call->line->arguments, "WUN") ||
		     span_has(scene->call->line->arguments, "WCONT") ||
		     span_has(scene->call->line->arguments, "WIFSTOPPED") ?
		     " has stopped, or changed its state" : " has ended");
}

void explain_wait(const struct scene *scene)
{
	const struct call *call = scene->call;

	if (call->line->failed || call->line->name.length == 6) {
		tell(scene, OBSERVED, "waits for a child%e");
	} else if (call->result == 0) {
		tell(scene, OBSERVED, "asks whether a child has ended: none "
		     "has");
	} else {
		tell(scene, OBSERVED, "waits for a child: process %r");
		say_status(scene);
	}
}

/* Who else is meant by kill's first argument. Source: kill(2). */
static const char *whom(const struct scene *scene, uint64_t pid)
{
	const struct call *call = scene->call;

	if (pid && pid == scene->task->pid)
		return ", itself";
	if (call->line->name.length > 4)
		return "";
	if (span_is(call->arguments[0], "0"))
		return ", its process group";
	if (span_is(call->arguments[0], "-1"))
		return ", each process that it may";
	return call->arguments[0].at[0] == '-' ? ", a process group" : "";
}

void explain_kill(const struct scene *scene)
{
	const struct call *call = scene->call;
	size_t at = call->line->name.length > 5 ? 2 : 1;	/* tgkill */
	struct trace_span signal;
	uint64_t pid = 0;

	call_number(call, at - 1, &pid);
	if (at >= call->count)
		return;
	signal = call->arguments[at];
	if (span_is(signal, "0") || span_is(signal, "SIG_0")) {
		tell(scene, OBSERVED, "asks whether there is a process %w%t%e",
		     whom(scene, pid));
		return;
	}
	tell(scene, OBSERVED, "sends ");
	text_add(&scene->explanation->sentence, signal.at, signal.length);
	more(scene, at == 2 ? " to thread %v%t%e" : " to %w%t%e",
	     whom(scene, pid));
}
