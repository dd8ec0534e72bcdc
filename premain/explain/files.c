/*
 * premain/explain/files.c
 *
 * Files by their names: what a loader looks for, where a command or a header
 * is found. Source: ld.so(8), open(2), access(2), readlink(2).
 */
#include "premain/explain/explain.h"

#include <string.h>

bool is_library(const char *path)
{
	const char *base = path_base(path), *so = strstr(base, ".so");

	return so && (so[3] == '\0' || so[3] == '.') &&
	       strncmp(base, "ld.so.", 6) != 0;
}

bool path_at(const struct scene *scene, size_t folder, size_t argument,
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

void leave_start_for(const struct scene *scene, const char *path)
{
	if (strncmp(path, "/etc/ld-musl-", 13) == 0 &&
	    !scene->process->running) {
		enter_phase(scene, PHASE_SEARCH);
		scene->process->runtime = RUNTIME_MUSL;
	} else if (strncmp(path, "/etc/ld", 7) != 0 &&
		 strncmp(path, "/sys/kernel/mm/", 15) != 0)
		leave_start(scene, true);
}

static void say_meaning(const struct scene *scene, const char *path)
{
	const char *meaning = place_meaning(path);

	if (!meaning)
		return;
	scene->explanation->basis = INFERRED;
	more(scene, " (");
	more(scene, meaning);
	more(scene, ")");
}

static void explain_missing(const struct scene *scene, const char *path)
{
	const char *base = path_base(path);
	char folder[EXPLAIN_PATH];

	if (is_library(path) && !scene->process->running) {
		enter_phase(scene, PHASE_SEARCH);
		strlcpy(folder, path, (size_t)(base - path) + 1);
		tell(scene, INFERRED, "looks for %s in %s, in vain%e", base,
		     folder);
	} else {
		tell(scene, OBSERVED, "cannot open %s", path);
		say_meaning(scene, path);
		more(scene, "%e");
	}
	say_place(scene, path);
}

/* glibc's loader asks so first: what was taken for main before was its own. */
static void begin_search(const struct scene *scene)
{
	struct traced *process = scene->process;

	if (process->program_line && !process->thread_line && !process->loader)
		process->running = false;
	enter_phase(scene, PHASE_SEARCH);
	if (!process->running) {
		process->runtime = RUNTIME_GLIBC;
		process->loader = true;
	}
}

static void explain_cache(const struct scene *scene)
{
	begin_search(scene);
	tell(scene, INFERRED, "opens glibc's list of the libraries in the "
	     "standard folders: they need no search");
}

static void say_open(const struct scene *scene, size_t flags,
		     char path[EXPLAIN_PATH])
{
	const struct call *call = scene->call;
	bool creat = flags == ARGUMENTS;	/* it has none */
	uint64_t number = 0;

	if (call_flag(call, flags, "O_TMPFILE", 020200000)) {
		tell(scene, OBSERVED, "makes a file without a name, in %s, "
		     "as descriptor %r", path);
		strlcpy(path, "a file without a name", EXPLAIN_PATH);
		return;
	}
	call_number(call, flags, &number);
	tell(scene, OBSERVED, "opens %s%t%t%t as descriptor %r", path,
	     call_has(call, flags, "O_RDWR") || (number & 3) == 2 ?
	     " to read and write" : call_has(call, flags, "O_WRONLY") ||
	     (number & 3) == 1 || creat ? " to write" : "",
	     call_flag(call, flags, "O_EXCL", 0x80) ? ", which must be new," :
	     creat || call_flag(call, flags, "O_TRUNC", 0x200) ?
	     ", empty or new," :
	     call_flag(call, flags, "O_CREAT", 0x40) ?
	     ", new if it is not there," : "",
	     call_flag(call, flags, "O_APPEND", 0x400) ? " at its end" : "");
	say_meaning(scene, path);
	say_found(scene, path);
}

static void explain_opened(const struct scene *scene, size_t flags,
			   char path[EXPLAIN_PATH])
{
	struct traced *process = scene->process;

	if (path_is(path, "ld.so.cache")) {
		explain_cache(scene);
	} else if (strstr(path, ".so.preload")) {
		begin_search(scene);
		tell(scene, INFERRED, "opens the list of libraries "
		     "that every program has to load first");
	} else if ((is_library(path) || process->named) && !process->running) {
		process->named = false;		/* so this is the program */
		enter_phase(scene, PHASE_SEARCH);
		process->python |= strncmp(path_base(path), "libpython", 9)
			== 0;
		tell(scene, INFERRED, "finds %s, and opens it as "
		     "descriptor %r", path_base(path));
		say_found(scene, path);
	} else {
		if (process->phase == PHASE_SEARCH ||
		    process->phase == PHASE_MAP)
			process->phase = PHASE_LIBC;	/* no library more */
		leave_start_for(scene, path);
		say_open(scene, flags, path);
	}
}

void explain_open(const struct scene *scene)
{
	const struct call *call = scene->call;
	size_t at = call->line->name.length > 5;	/* openat, openat2 */
	char path[EXPLAIN_PATH];
	bool named = path_at(scene, 0, at, path);

	if (!named && call->line->failed) {
		tell(scene, NOT_KNOWN, "cannot open a file; which "
		     "one, the log does not say%e");
	} else if (!named) {
		strlcpy(path, "a file", sizeof path);
		tell(scene, NOT_KNOWN, "opens a file as descriptor "
		     "%r; which one, the log does not say");
	} else if (call->line->failed && path_is(path, "ld.so.cache")) {
		begin_search(scene);
		tell(scene, INFERRED, "looks for a list of the libraries%e");
		return;
	} else if (call->line->failed) {
		if (!is_library(path))
			leave_start_for(scene, path);
		explain_missing(scene, path);
		return;
	} else {
		explain_opened(scene, call->line->name.at[0] == 'c' ?
			       ARGUMENTS : at + 1, path);	/* creat */
	}
	scene_opened(scene, (uint64_t)call->result, path);
}

void explain_access(const struct scene *scene)
{
	const struct call *call = scene->call;
	size_t at = call->line->name.length > 6;	/* faccessat */
	bool failed = call->line->failed;
	static const char rights[] =
		"F_OK exists\n"
		"X_OK may be run\n"
		"W_OK may be written\n"
		"R_OK may be read\n";
	char path[EXPLAIN_PATH];

	if (!path_at(scene, 0, at, path)) {
		tell(scene, NOT_KNOWN, "asks whether there is a file; which "
		     "one, the log does not say");
		return;
	}
	if (strstr(path, ".so.preload")) {
		begin_search(scene);
		tell(scene, OBSERVED, "asks whether there is a "
		     "list of libraries for every program: %s",
		     failed ? "no" : "yes");
		return;
	}
	leave_start_for(scene, path);
	tell(scene, OBSERVED, "asks whether %s ", path);
	if (!tell_by_word(scene, at + 1, rights))
		more(scene, "may be used");
	say_meaning(scene, path);
	if (failed) {
		more(scene, "%e");
		say_place(scene, path);
		return;
	}
	more(scene, ": yes");
	say_found(scene, path);
}

void explain_readlink(const struct scene *scene)
{
	const struct call *call = scene->call;
	size_t at = call->line->name.length > 8;	/* readlinkat */
	char path[EXPLAIN_PATH], target[EXPLAIN_PATH];

	if (!path_at(scene, 0, at, path)) {
		tell(scene, NOT_KNOWN, "asks where a link leads; "
		     "which one, the log does not say");
		return;
	}
	if (strcmp(path, "/proc/self/exe") == 0) {
		if (scene->process->phase == PHASE_THREAD)
			enter_phase(scene, PHASE_LIBC);
		else if (scene->process->phase >= PHASE_RELRO &&
			 (scene->process->loader ||
			  scene->process->runtime != RUNTIME_GLIBC))
			leave_start(scene, false);	/* loaders ask before */
		tell(scene, OBSERVED, "asks for the program's own "
		     "path");
	} else {
		leave_start_for(scene, path);
		tell(scene, OBSERVED, "asks where the link %s "
		     "leads", path);
		say_meaning(scene, path);
	}
	if (call_failed(call, "EINVAL", "22"))
		more(scene, ": it is no link");
	else if (!call->line->failed && call_path(call, at + 1, target))
		more(scene, ": %s", target);
	else
		more(scene, "%e");
	if (strcmp(path, "/proc/self/exe") == 0 && !scene->process->running &&
	    scene->process->runtime != RUNTIME_GO) {
		scene->explanation->basis = INFERRED;
		more(scene, "; its folder is $ORIGIN, for who looks for "
		     "libraries");
	}
}
