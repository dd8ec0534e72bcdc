/*
 * premain/explain/places.c
 *
 * Files that many programs ask for, and what is in them.
 * Source: ld.so(8), locale(5), nsswitch.conf(5), proc(5), hier(7), gcc(1).
 */
#include "premain/explain/explain.h"

#include <string.h>

/* A star stands for anything. The first that fits, here and then below. */
static const char rooted[] =
	"/etc/ld.so.nohwcap\twould keep older loaders of Debian from "
		"libraries made for this very processor\n"
	"/etc/ld-musl-*\tthe folders in which musl's loader searches\n"
	"/etc/nsswitch.conf\twhere glibc looks for names of users and hosts\n"
	"/etc/passwd\tthe users' names\n"
	"/etc/group\tthe groups' names\n"
	"/etc/hosts\tnames of hosts, asked before any server\n"
	"/etc/resolv.conf\twhich name server to ask\n"
	"/etc/localtime\tthe time zone\n"
	"/proc/self/exe\tthe program's own file\n"
	"/sys/kernel/mm/transparent_hugepage/*\tthe kernel's huge pages, "
		"for a runtime that keeps its own heap\n"
	"/tmp/cc*\twhat the compiler's parts hand on to each other\n";

static const char anywhere[] =
	"*/locale-archive\tglibc's file of all languages, for setlocale\n"
	"*/locale.alias\tother names of languages, for setlocale\n"
	"*.mo\tmessages, translated\n"
	"*/LC_*\thow a language writes, for setlocale; a file for each "
		"matter\n"
	"*/gconv-modules*\thow character sets are converted, for glibc's "
		"iconv\n"
	"*/nscd/socket\tnscd, who keeps names for glibc\n"
	"*/selinux\twhether SELinux guards this machine\n"
	"*/selinux/config\twhether SELinux guards this machine\n"
	"*/pyvenv.cfg\twould say that Python is in a virtual environment\n"
	"*.pyc\ta module of Python, compiled before\n"
	"*.py\ta module of Python\n"
	"*/*crt1.o\twhere a program starts: _start\n"
	"*/crti.o\tthe beginning of a program's _init\n"
	"*/liblto_plugin.so\tgcc's part of the linker, for whole programs\n"
	"*.h\ta header, for an #include\n";

/* Goes back to the last star where the rest does not fit. */
static bool fits(const char *pattern, const char *path)
{
	const char *star = NULL, *from = NULL;

	while (*path) {
		if (*pattern == '*') {
			star = ++pattern;
			from = path;
		} else if (*pattern == *path) {
			pattern++;
			path++;
		} else if (star) {
			pattern = star;
			path = ++from;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return *pattern == '\t';
}

static const char *find(const char *at, const char *path)
{
	size_t length = strlen(path);

	for (; *at; at = strchr(at, '\n') + 1) {
		const char *tab = strchr(at, '\t');

		if ((tab[-1] == '*' || (length && tab[-1] == path[length - 1]))
		    && fits(at, path))
			return tab + 1;
	}
	return NULL;
}

/* Most paths are in /usr, of which the first list has none. */
const char *place_meaning(const char *path)
{
	const char *meaning = NULL;

	if (path[0] == '/' && path[1] != 'u')
		meaning = find(rooted, path);
	return meaning ? meaning : find(anywhere, path);
}
