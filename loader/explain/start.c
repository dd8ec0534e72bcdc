/*
 * loader/explain/start.c - what is there when the loader begins, and what
 * glibc's loader would do that this one does not
 */
#include <linux/fcntl.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/explain/explain.h"

static void explain_variable(const char *name, const char *value)
{
	if (value)
		say("variable", "$name is $value", "name", name,
		    "value", value, NULL);
}

void explain_start(void)
{
	const struct process *of = services->process;
	const char *program = of->program->name;
	const char *base = hex(of->program->image.start);
	const char *path = of->path ? of->path : "ld-premain.so.1";

	if (of->direct)
		say("start", "$loader has been run by itself, and has mapped "
		    "$program at $address", "loader", path,
		    "program", program, "address", base,
		    "interpreter", of->interpreter, NULL);
	else
		say("start", "the kernel has mapped $program at $address, and "
		    "$loader, as its PT_INTERP asks", "loader", path,
		    "program", program, "address", base, NULL);
	if (of->foreign)
		say("start", "$program asks for another loader: $interpreter",
		    "program", program, "interpreter", of->interpreter ?
		    of->interpreter : "none", NULL);
	explain_variable("LD_LIBRARY_PATH", of->library_path);
	explain_variable("LD_PRELOAD", of->preload[0]);
	explain_variable("--preload", of->preload[1]);
	if (of->bind_now)
		explain_variable("LD_BIND_NOW", "set: no call waits to be "
				 "bound");
}

static void explain_file(const char *path, const char *sentence)
{
	char text[1024];
	long fd = sys_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0), size;

	if (fd < 0) {
		say("glibc", "$path is not there: nothing differs",
		    "path", path, NULL);
		return;
	}
	size = sys_read((int)fd, text, sizeof text - 1);
	sys_close((int)fd);
	while (size > 0 && text[size - 1] == '\n')
		size--;
	text[size > 0 ? size : 0] = '\0';
	for (char *end = strchr(text, '\n'); end; end = strchr(end, '\n'))
		*end = ' ';
	say("glibc", sentence, "path", path, "text", text, NULL);
}

static void explain_hwcaps(const char *folder)
{
	long fd = sys_open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC, 0);

	if (fd >= 0)
		sys_close((int)fd);
	say("glibc", fd < 0 ? "$path is not there: glibc would find no "
	    "library for newer processors in it" : "$path is there: glibc "
	    "would look into its x86-64-v4, v3 and v2 first, as far as the "
	    "processor goes; here it is passed over", "path", folder,
	    "there", fd < 0 ? "no" : "yes", NULL);
}

void explain_system(void)
{
	explain_file("/etc/ld.so.preload", "glibc would load what $path names "
		     "before all others, in every program: $text; here it is "
		     "passed over");
	explain_hwcaps("/lib/x86_64-linux-gnu/glibc-hwcaps");
	explain_hwcaps("/usr/lib/x86_64-linux-gnu/glibc-hwcaps");
}
