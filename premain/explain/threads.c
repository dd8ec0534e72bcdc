/*
 * premain/explain/threads.c
 *
 * What makes a thread of a process: the thread pointer, and what the kernel is
 * told of it. Source: arch_prctl(2), set_tid_address(2), get_robust_list(2),
 * rseq(2), TLS 3.4.6.
 */
#include "premain/explain/explain.h"

#include <string.h>

static void say(struct traced *process, struct explanation *explanation,
		const char *sentence)
{
	explanation->phase = process->phase = PHASE_THREAD;
	explanation->basis = OBSERVED;
	text_put(&explanation->sentence, sentence);
}

static void explain_arch(struct traced *process, const struct call *call,
			 struct explanation *explanation)
{
	const struct mapping *mapping;
	uint64_t address = 0;

	if (!call_has(call, 0, "ARCH_SET_FS") || call->line->failed) {
		text_put(&explanation->sentence, "asks the kernel for a "
			 "feature of the processor");
		if (call->line->failed)
			text_put(&explanation->sentence, ", which it does not "
				 "have");
		explanation->basis = OBSERVED;
		return;
	}
	process->thread = true;
	say(process, explanation, "sets fs, the register by which a thread "
	    "finds its own variables");
	call_number(call, 1, &address);
	mapping = process_mapping(process, address);
	if (mapping)
		text_format(&explanation->sentence, "; they lie in the memory "
			    "of line %llu", mapping->line);
}

void explain_threads(struct traced *process, const struct call *call,
		     struct explanation *explanation)
{
	if (call_is(call, "arch_prctl"))
		explain_arch(process, call, explanation);
	else if (call_is(call, "set_tid_address"))
		say(process, explanation, "tells the kernel which word to "
		    "clear when this thread ends, for those who wait for it");
	else if (call_is(call, "set_robust_list"))
		say(process, explanation, "tells the kernel where the locks "
		    "are listed that this thread holds, to be freed if it "
		    "dies");
	else if (call_is(call, "rseq"))
		say(process, explanation, "registers a word in which the "
		    "kernel keeps the number of the processor");
}
