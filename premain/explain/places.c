/*
 * premain/explain/places.c
 *
 * Files that many programs ask for, and what is in them.
 * Source: ld.so(8), locale(5), nsswitch.conf(5), proc(5), hier(7), gcc(1).
 */
#include "premain/explain/explain.h"

#include <string.h>

/* A star stands for anything. The first that fits. */
static const struct {
	const char *pattern, *meaning;
} places[] = {
	{"/etc/ld.so.nohwcap", "if it were there, older loaders of Debian "
		"would leave out libraries made for this very processor"},
	{"/etc/ld-musl-*", "the folders in which musl's loader searches"},
	{"*/locale-archive", "glibc's file of all languages, for setlocale"},
	{"*/locale.alias", "other names of languages, for setlocale"},
	{"*.mo", "messages, translated"},
	{"*/LC_*", "how a language writes, for setlocale; a file for each "
		"matter"},
	{"*/gconv-modules*", "how character sets are converted, for glibc's "
		"iconv"},
	{"*/gconv/*", "converts a character set, for glibc's iconv"},
	{"/etc/nsswitch.conf", "where glibc looks for names of users and "
		"hosts"},
	{"/etc/passwd", "the users' names"},
	{"/etc/group", "the groups' names"},
	{"/etc/hosts", "names of hosts, asked before any server"},
	{"/etc/resolv.conf", "which name server to ask"},
	{"/etc/host.conf", "how names of hosts are looked up"},
	{"/etc/gai.conf", "which of a host's addresses comes first"},
	{"/etc/services", "the names of ports"},
	{"*/nscd/socket", "nscd, who keeps names for glibc"},
	{"/etc/localtime", "the time zone"},
	{"*/zoneinfo/*", "a time zone"},
	{"*/terminfo/*", "what a kind of terminal understands"},
	{"/proc/self/exe", "the program's own file"},
	{"/proc/self/maps", "the process's own memory"},
	{"/proc/filesystems", "the file systems that the kernel knows"},
	{"/proc/cpuinfo", "the processors"},
	{"/proc/meminfo", "how much memory there is"},
	{"/proc/stat", "what the processors have done"},
	{"/sys/devices/system/cpu/*", "which processors there are"},
	{"/sys/kernel/mm/transparent_hugepage/*", "the kernel's huge pages, "
		"for a runtime that keeps its own heap"},
	{"/proc/sys/vm/overcommit_memory", "whether memory may be promised "
		"that is not there"},
	{"*/selinux", "whether SELinux guards this machine"},
	{"*/selinux/config", "whether SELinux guards this machine"},
	{"/proc/*/cgroup", "the group of processes, whose limits count"},
	{"/sys/fs/cgroup/*", "the limits of a group of processes"},
	{"/dev/null", "takes everything, and is empty"},
	{"/dev/tty", "the terminal, whatever the streams are"},
	{"/dev/urandom", "random bytes"},
	{"/dev/random", "random bytes"},
	{"/dev/shm/*", "memory that processes share"},
	{"*/openssl.cnf", "OpenSSL's settings"},
	{"*/pyvenv.cfg", "would say that Python is in a virtual environment"},
	{"*.pyc", "a module of Python, compiled before"},
	{"*.py", "a module of Python"},
	{"*.pth", "more folders for Python's modules"},
	{"*/site-packages", "packages that were added to Python"},
	{"*/dist-packages", "packages that were added to Python"},
	{"*.pm", "a module of Perl"},
	{"*/specs", "which programs gcc runs, and how"},
	{"*/*crt1.o", "where a program starts: _start"},
	{"*/crti.o", "the beginning of a program's _init"},
	{"*/crtn.o", "the end of a program's _init"},
	{"*/crtbegin*.o", "gcc's part of a program's start"},
	{"*/crtend*.o", "gcc's part of a program's end"},
	{"*/liblto_plugin.so", "gcc's part of the linker, for whole programs"},
	{"/tmp/cc*", "what the compiler's parts hand on to each other"},
	{"*.gch", "a header, compiled before"},
	{"*.h", "a header, for an #include"},
	{"*.a", "an archive, for static linking"},
	{"/etc/inputrc", "which keys edit a line"},
	{"*/.inputrc", "which keys edit a line"},
	{"*/.bashrc", "what bash does first"},
	{"*/gitconfig", "git's settings"},
	{"*/.gitconfig", "git's settings"},
	{"/etc/malloc.conf", "jemalloc's settings"},
};

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
	return *pattern == '\0';
}

const char *place_meaning(const char *path)
{
	size_t length = strlen(path);

	for (size_t i = 0; length && i < sizeof places / sizeof places[0];
	     i++) {
		const char *pattern = places[i].pattern;
		char last;

		if (pattern[0] == '/' && (path[0] != '/' ||
					  pattern[1] != path[1]))
			continue;
		last = pattern[strlen(pattern) - 1];
		if ((last == '*' || last == path[length - 1]) &&
		    fits(pattern, path))
			return places[i].meaning;
	}
	return NULL;
}
