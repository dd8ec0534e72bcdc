/*
 * premain/explain/streams.c
 *
 * What is open is read, written, asked and closed.
 * Source: read(2), write(2), ioctl_tty(2), getdents(2), stdio(3), gABI ch. 5.
 */
#include "premain/explain/explain.h"

#include <string.h>

/* Whether what was read has these four bytes there, as every ELF file has at
 * its beginning, and a note of GNU behind its three sizes. */
static bool has_word(const struct call *call, size_t at, const char *word)
{
	char bytes[16];

	return call->count > 1 && call->arguments[1].at[0] == '"' &&
	       trace_unescape(bytes, at + 4, call->arguments[1]) == at + 4 &&
	       memcmp(bytes + at, word, 4) == 0;
}

/* qemu shows an address, and strace -s 0 not one of the bytes. */
static bool has_bytes(struct trace_span span)
{
	return span.at[0] == '"' && !span_is(span, "\"\"...");
}

/* What a loader reads of a library, besides what it maps. */
static bool explain_library(const struct scene *scene,
			    struct descriptor *descriptor)
{
	const struct call *call = scene->call;
	const char *base = path_base(descriptor->path);
	bool running = scene->process->running;
	bool elf = has_word(call, 0, "\177ELF");
	bool pread = call->line->name.at[0] == 'p';
	uint64_t offset = 0;

	if (pread)
		call_number(call, 3, &offset);
	if (elf || (!descriptor->library && !offset && !running &&
		    call->count > 1 && !has_bytes(call->arguments[1]) &&
		    is_library(descriptor->path))) {
		descriptor->library = true;
		enter_phase(scene, running ? PHASE_MAIN : PHASE_MAP);
		tell(scene, elf ? OBSERVED : INFERRED,
		     "reads the beginning of %d: %t", elf ?
		     "it is an ELF file" : "its ELF header");
		return true;
	}
	if (!descriptor->library || !pread)
		return false;
	if (!running)
		enter_phase(scene, PHASE_MAP);
	if (offset == 64)
		tell(scene, INFERRED, "reads the program headers of %s, "
		     "once more, behind the 64 bytes of its file header", base);
	else if (has_word(call, 12, "GNU"))
		tell(scene, INFERRED, "reads notes of %s: what it asks of "
		     "processor and kernel", base);
	else
		return false;
	return true;
}

void explain_read(const struct scene *scene)
{
	const struct call *call = scene->call;
	uint64_t fd;
	struct descriptor *descriptor = scene_descriptor(scene, 0, &fd);

	if (descriptor && !call->line->failed && call->result > 0 &&
	    explain_library(scene, descriptor))
		return;
	leave_start(scene, false);
	tell(scene, OBSERVED, call->line->failed ? "cannot read from %d%e" :
	     call->result == 0 ? "reads nothing, for there is no more, from %d"
	     : call->result == 1 ? "reads 1 byte from %d" :
	     "reads %r bytes from %d");
}

/*
 * What a stream still holds is written when the process ends; to a terminal it
 * holds no whole line. An fflush before the end would look the same.
 */
static bool is_rest(const struct scene *scene)
{
	const struct traced *process = scene->process;
	const struct call *call = scene->call;
	uint64_t fd = 3;

	if (scene->explainer->foresight.next != NEXT_END || call->line->failed)
		return false;
	call_number(call, 0, &fd);
	return is_musl_flush(call) ||
	       (fd < 3 && process->streams >> fd & 1 &&
		(!(process->terminals >> fd & 1) ||
		 (call->count > 1 && span_ends(call->arguments[1], "\"") &&
		  !span_ends(call->arguments[1], "\\n\""))));
}

void explain_write(const struct scene *scene)
{
	const struct call *call = scene->call;
	uint64_t wanted = 0;

	leave_start(scene, true);
	call_number(call, 2, &wanted);
	if (call->line->failed)
		tell(scene, OBSERVED, "cannot write to %d%e");
	else if (call->line->name.length == 5 &&
		 (uint64_t)call->result < wanted)
		tell(scene, OBSERVED, "writes %r of %u bytes to %d", wanted);
	else
		tell(scene, OBSERVED, call->result == 1 ?
		     "writes 1 byte to %d" : "writes %r bytes to %d");
	if (call->line->name.length > 5 && wanted > 1 && !is_musl_flush(call))
		more(scene, ", gathered from %u places in memory", wanted);
	if (!is_rest(scene))
		return;
	enter_phase(scene, PHASE_EXIT);
	scene->explanation->basis = INFERRED;
	more(scene, ": what stdio holds at exit, if nobody has called fflush "
	     "before");
}

void explain_close_range(const struct scene *scene)
{
	struct traced *process = scene->process;
	bool later = call_flag(scene->call, 2, "CLOSE_RANGE_CLOEXEC", 4);
	uint64_t fd, last = DESCRIPTORS;

	if (!call_number(scene->call, 0, &fd))
		return;
	call_number(scene->call, 1, &last);
	tell(scene, OBSERVED, later ? "has all descriptors from %u on closed "
	     "at the next execve%e" : "closes all descriptors from %u on%e",
	     fd);
	for (; fd <= last && !scene->call->line->failed &&
	     fd < process->descriptor_count; fd++) {
		process->descriptors[fd].close_on_exec = true;
		if (!later)
			process->descriptors[fd].path[0] = '\0';
	}
}

void explain_close(const struct scene *scene)
{
	uint64_t fd;
	struct descriptor *descriptor = scene_descriptor(scene, 0, &fd);

	leave_start(scene, false);
	tell(scene, OBSERVED, scene->call->line->failed ?
	     "cannot close %d%e" : "closes %d");
	if (scene->explainer->foresight.next == NEXT_END) {
		enter_phase(scene, PHASE_EXIT);
		scene->explanation->basis = INFERRED;
		more(scene, ", right before the end: an error that comes "
		     "late would show");
	}
	if (!descriptor)
		return;
	if (descriptor->library && descriptor->parts)
		more(scene, ": the library is mapped, in %u parts, and stays",
		     descriptor->parts);
	else if (descriptor->mapped)
		more(scene, "; what is mapped of it stays");
	descriptor->path[0] = '\0';
}

/* _llseek has two halves of a place, and its result in memory. */
void explain_seek(const struct scene *scene)
{
	static const char words[] =
		"SEEK_SET moves to byte %v of %d%e\n"
		"SEEK_END moves to a place by the end of %d%R%e\n";
	const struct call *call = scene->call;

	leave_start(scene, false);
	if (call_has(call, 2, "SEEK_CUR") && span_is(call->arguments[1], "0"))
		tell(scene, OBSERVED, "asks at which byte of %d it is%R%e");
	else if (!tell_by_word(scene, 2, words))
		tell(scene, OBSERVED, "moves to a byte of %d, or asks for "
		     "it%R%e");
}

/* Whether a stream's descriptor is a terminal decides how it is buffered. */
static bool explain_terminal(const struct scene *scene)
{
	const struct call *call = scene->call;
	bool size = call_has(call, 1, "TIOCGWINSZ") ||
		    call_has(call, 1, "0x5413");
	uint64_t fd;

	if (!size && !span_has(call->line->arguments, " TCGETS") &&
	    !call_has(call, 1, "0x5401"))
		return false;
	scene_descriptor(scene, 0, &fd);
	/* klibc asks so before main, of all three. */
	if (fd <= 2 && (scene->process->asked ||
			(scene->process->runtime == RUNTIME_KLIBC &&
			 !scene->process->running) ||
			scene->explainer->foresight.next == NEXT_STREAM))
		enter_phase(scene, PHASE_STDIO);
	else
		leave_start(scene, true);
	if (fd <= 2) {
		scene->process->terminals |= !call->line->failed << fd;
		scene->process->streams |=
			(scene->process->runtime == RUNTIME_KLIBC) << fd;
	}
	tell(scene, OBSERVED, "asks whether %d is a terminal%t: %s",
	     size ? ", and its size" : "",
	     call->line->failed ? "no" : "yes");
	return true;
}

void explain_ioctl(const struct scene *scene)
{
	static const char requests[] =
		"TIOCGPGRP asks which group of processes the terminal "
			"listens to, of %d%e\n"
		"TIOCSPGRP gives the terminal to a group of processes, by "
			"%d%e\n"
		"FIONREAD asks how many bytes wait in %d%e\n"
		"FIONBIO says whether calls shall wait, for %d%e\n"
		"FICLONE wants to share another file's blocks with %d%e\n"
		"TCSETS changes how the terminal behaves, of %d%e\n"
		"TCSETSW changes how the terminal behaves, of %d%e\n"
		"TIOCSWINSZ sets the size of the window of %d%e\n";

	if (explain_terminal(scene))
		return;
	leave_start(scene, true);
	if (!tell_by_word(scene, 1, requests))
		tell(scene, NOT_KNOWN, "tells the device something, or asks "
		     "it, of %d%e");
}
