/*
 * premain/explain/files.c
 *
 * Files by their names: what a loader looks for, where a command or a header
 * is found. Source: ld.so(8), open(2), access(2), stat(2), readlink(2).
 */
#include "premain/explain/explain.h"

#include <stdio.h>
#include <string.h>

bool is_library(const char *path)
{
	const char *base = path_base(path), *so = strstr(base, ".so");

	return so && (so[3] == '\0' || so[3] == '.') &&
	       strncmp(base, "ld.so.", 6) != 0;
}

/* A path behind a folder's descriptor is made whole, if the log can. */
static bool path_at(const struct scene *scene, size_t folder, size_t argument,
		    char path[EXPLAIN_PATH])
{
	const struct descriptor *descriptor;
	char name[EXPLAIN_PATH];
	uint64_t fd;

	if (!call_path(scene->call, argument, path))
		return false;
	if (path[0] == '/' || path[0] == '\0' || folder == argument ||
	    scene->call->arguments[folder].at[0] == 'A')
		return true;
	descriptor = scene_descriptor(scene, folder, &fd);
	if (!descriptor)
		return true;
	strlcpy(name, path, sizeof name);
	strlcpy(path, descriptor->path, EXPLAIN_PATH);
	strlcat(path, "/", EXPLAIN_PATH);
	strlcat(path, name, EXPLAIN_PATH);
	return true;
}

/* A loader opens libraries, and what tells it of them; main anything. */
static void leave_start(const struct scene *scene)
{
	const struct traced *process = scene->process;

	if (!process->running && process->phase != PHASE_SEARCH &&
	    process->phase != PHASE_MAP && process->runtime != RUNTIME_GO)
		enter_phase(scene, PHASE_MAIN);
}

static void say_meaning(const struct scene *scene, const char *path)
{
	const char *meaning = place_meaning(path);

	if (!meaning)
		return;
	scene->explanation->basis = INFERRED;
	text_format(&scene->explanation->sentence, " (%s)", meaning);
}

static void say_missing(const struct scene *scene, const char *path)
{
	say_error(scene);
	say_place(scene, path);
}

static void explain_missing(const struct scene *scene, const char *path)
{
	bool library = is_library(path) && !scene->process->running;
	const char *base = path_base(path);

	if (library) {
		enter_phase(scene, PHASE_SEARCH);
		text_format(say(scene, INFERRED), "looks for %s in %.*s, in "
			    "vain", base, (int)(base - path), path);
	} else {
		text_format(say(scene, OBSERVED), "cannot open %s", path);
		say_meaning(scene, path);
	}
	say_missing(scene, path);
}

static void explain_cache(const struct scene *scene)
{
	enter_phase(scene, PHASE_SEARCH);
	if (!scene->process->running) {
		scene->process->runtime = RUNTIME_GLIBC;
		scene->process->loader = true;
	}
	text_put(say(scene, INFERRED), "opens glibc's list of the libraries "
		 "in the standard folders: nobody has to search them");
}

static void say_open(const struct scene *scene, size_t flags,
		     const char *path)
{
	const struct call *call = scene->call;
	struct text *text = say(scene, OBSERVED);
	uint64_t number = 0;

	call_number(call, flags, &number);
	text_format(text, "opens %s", path);
	if (call_has(call, flags, "O_RDWR") || (number & 3) == 2)
		text_put(text, " to read and write");
	else if (call_has(call, flags, "O_WRONLY") || (number & 3) == 1 ||
		 call_is(call, "creat"))
		text_put(text, " to write");
	if (call_flag(call, flags, "O_EXCL", 0x80))
		text_put(text, ", which must be new,");
	else if (call_flag(call, flags, "O_TRUNC", 0x200))
		text_put(text, ", empty or new,");
	else if (call_flag(call, flags, "O_CREAT", 0x40))
		text_put(text, ", new if it is not there,");
	if (call_flag(call, flags, "O_APPEND", 0x400))
		text_put(text, " at its end");
	text_format(text, " as descriptor %lld", (long long)call->result);
	say_meaning(scene, path);
	say_found(scene, path_base(path));
}

static void explain_opened(const struct scene *scene, size_t flags,
			   const char *path)
{
	struct traced *process = scene->process;

	if (strcmp(path_base(path), "ld.so.cache") == 0) {
		explain_cache(scene);
	} else if (strcmp(path_base(path), "ld.so.preload") == 0) {
		enter_phase(scene, PHASE_SEARCH);
		text_put(say(scene, INFERRED), "opens the list of libraries "
			 "that every program has to load first");
	} else if (is_library(path) && !process->running) {
		enter_phase(scene, PHASE_SEARCH);
		text_format(say(scene, INFERRED), "finds %s, and opens it as "
			    "descriptor %lld", path_base(path),
			    (long long)scene->call->result);
		say_found(scene, path_base(path));
	} else {
		if (strncmp(path, "/etc/ld-musl-", 13) == 0) {
			process->runtime = RUNTIME_MUSL;
			enter_phase(scene, PHASE_SEARCH);
		} else if (strncmp(path, "/sys/kernel/mm/", 15) != 0) {
			leave_start(scene);
		}
		say_open(scene, flags, path);
	}
}

void explain_open(const struct scene *scene)
{
	const struct call *call = scene->call;
	size_t at = call_is(call, "openat") || call_is(call, "openat2");
	struct descriptor *descriptor;
	char path[EXPLAIN_PATH];
	bool named = path_at(scene, 0, at, path);

	if (!named && call->line->failed) {
		text_put(say(scene, NOT_KNOWN), "cannot open a file; which "
			 "one, the log does not say");
		say_error(scene);
	} else if (!named) {
		text_format(say(scene, NOT_KNOWN), "opens a file as "
			    "descriptor %lld; which one, the log does not say",
			    (long long)call->result);
	} else if (call->line->failed) {
		if (!is_library(path))
			leave_start(scene);
		explain_missing(scene, path);
		return;
	} else {
		explain_opened(scene, at + 1, path);
	}
	if (call->line->failed || !call->returned)
		return;
	descriptor = process_open(scene->process, (uint64_t)call->result,
				  path, call->number);
	if (descriptor)
		descriptor->close_on_exec =
			call_flag(call, at + 1, "O_CLOEXEC", 0x80000);
}

void explain_access(const struct scene *scene)
{
	const struct call *call = scene->call;
	size_t at = !call_is(call, "access");
	bool failed = call->line->failed;
	char path[EXPLAIN_PATH];

	if (!path_at(scene, 0, at, path)) {
		text_put(say(scene, NOT_KNOWN), "asks whether a file may be "
			 "used; which one, the log does not say");
		return;
	}
	if (strcmp(path_base(path), "ld.so.preload") == 0) {
		enter_phase(scene, PHASE_SEARCH);
		if (!scene->process->running)
			scene->process->runtime = RUNTIME_GLIBC;
		text_format(say(scene, OBSERVED), "asks whether there is a "
			    "list of libraries for every program: %s",
			    failed ? "no" : "yes");
		return;
	}
	if (strcmp(path, "/etc/ld.so.nohwcap") != 0)
		leave_start(scene);
	text_format(say(scene, OBSERVED), "asks whether %s %s", path,
		    call_has(call, at + 1, "F_OK") ? "exists" :
		    call_has(call, at + 1, "X_OK") ? "may be run" :
		    call_has(call, at + 1, "W_OK") ? "may be written" :
		    call_has(call, at + 1, "R_OK") ? "may be read" :
		    "may be used");
	say_meaning(scene, path);
	if (failed) {
		say_missing(scene, path);
		return;
	}
	text_put(&scene->explanation->sentence, ": yes");
	say_found(scene, path_base(path));
}

/* ": a folder", from st_mode=S_IFDIR|0755. */
static bool say_kind(const struct scene *scene)
{
	static const struct {
		const char *word, *kind;
	} kinds[] = {
		{"S_IFREG", "a file"}, {"S_IFDIR", "a folder"},
		{"S_IFCHR", "a device"}, {"S_IFIFO", "a pipe"},
		{"S_IFSOCK", "a socket"}, {"S_IFLNK", "a link"},
		{"S_IFBLK", "a disk"}
	};
	struct trace_span arguments = scene->call->line->arguments;
	const char *size = memmem(arguments.at, arguments.length, "_size=",
				  6);
	unsigned long long bytes = 0;

	if (span_has(arguments, "makedev(0x88, ")) {
		text_put(&scene->explanation->sentence, ": a terminal");
		return true;
	}
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		if (!span_has(arguments, kinds[i].word))
			continue;
		text_format(&scene->explanation->sentence, ": %s",
			    kinds[i].kind);
		if (i)
			return true;
		for (size += 6; size && *size >= '0' && *size <= '9'; size++)
			bytes = bytes * 10 + (unsigned long long)*size - '0';
		text_format(&scene->explanation->sentence, " of %llu bytes",
			    bytes);
		return true;
	}
	return false;
}

static void explain_path_stat(const struct scene *scene, const char *path)
{
	const struct traced *process = scene->process;

	if (process->phase == PHASE_SEARCH && !process->running &&
	    !is_library(path)) {
		text_format(say(scene, INFERRED), "asks whether there is a "
			    "folder %s: a loader leaves out those that are "
			    "not there", path);
	} else {
		leave_start(scene);
		text_format(say(scene, OBSERVED), "asks what %s is", path);
		say_meaning(scene, path);
	}
	if (scene->call->line->failed) {
		say_missing(scene, path);
		return;
	}
	say_kind(scene);
	say_found(scene, path_base(path));
}

/* Whoever buffers has to know for whom. */
static void explain_stream_stat(const struct scene *scene)
{
	if (scene->process->running)
		scene->explanation->phase = PHASE_STDIO;
	else
		enter_phase(scene, PHASE_STDIO);
	text_put(say(scene, INFERRED), "asks what ");
	say_descriptor(scene, 0);
	text_put(&scene->explanation->sentence, " is");
	say_kind(scene);
	text_put(&scene->explanation->sentence, ". stdio asks so before its "
		 "first byte: a terminal gets whole lines, all else large "
		 "pieces");
}

static void explain_open_stat(const struct scene *scene, uint64_t fd)
{
	const struct descriptor *descriptor =
		process_descriptor(scene->process, fd);

	text_put(say(scene, OBSERVED), "asks what ");
	say_descriptor(scene, 0);
	text_put(&scene->explanation->sentence, " is");
	if (scene->call->line->failed) {
		say_error(scene);
		return;
	}
	say_kind(scene);
	if (!descriptor || scene->process->running)
		return;
	if (strcmp(path_base(descriptor->path), "ld.so.cache") == 0)
		text_put(&scene->explanation->sentence,
			 ", all of which is mapped next");
	else if (is_library(descriptor->path))
		text_put(&scene->explanation->sentence, ", and whether it is "
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
		text_put(say(scene, NOT_KNOWN), "asks what a file is; which "
			 "one, the log does not say");
		return;
	}
	if (!descriptor && fd <= 2 && !call->line->failed)
		explain_stream_stat(scene);
	else
		explain_open_stat(scene, fd);
}

void explain_readlink(const struct scene *scene)
{
	const struct call *call = scene->call;
	size_t at = call_is(call, "readlinkat");
	char path[EXPLAIN_PATH], target[EXPLAIN_PATH];

	if (!path_at(scene, 0, at, path)) {
		text_put(say(scene, NOT_KNOWN), "asks where a link leads; "
			 "which one, the log does not say");
		return;
	}
	if (strcmp(path, "/proc/self/exe") == 0) {
		if (scene->process->phase == PHASE_THREAD)
			enter_phase(scene, PHASE_LIBC);
		text_put(say(scene, OBSERVED), "asks for the program's own "
			 "path");
	} else {
		leave_start(scene);
		text_format(say(scene, OBSERVED), "asks where the link %s "
			    "leads", path);
		say_meaning(scene, path);
	}
	if (span_is(call->line->error, "EINVAL") ||
	    span_is(call->line->error, "22"))
		text_put(&scene->explanation->sentence, ": it is no link");
	else if (call->line->failed)
		say_error(scene);
	else if (call_path(call, at + 1, target))
		text_format(&scene->explanation->sentence, ": %s", target);
	if (strcmp(path, "/proc/self/exe") == 0 && !scene->process->running) {
		scene->explanation->basis = INFERRED;
		text_put(&scene->explanation->sentence, "; its folder is what "
			 "$ORIGIN means, where libraries are looked for");
	}
}
