/*
 * tests/syscalls/safe.c
 * syscalls-safe FOLDER [qemu]: calls every system call of the table that is
 * safe to call, with arguments whose result is known, inside FOLDER, and
 * prints a line for each (judge.c); `left NAME: why` for those that nobody
 * should call in passing. Status 1 after any FAIL.
 */
#include "safe.h"

static void check_retired(void)
{
	gone("uselib", sys_uselib(BAD));
	gone("_sysctl", sys__sysctl(BAD));
	gone("create_module", sys_create_module(BAD, 0));
	gone("get_kernel_syms", sys_get_kernel_syms(BAD));
	gone("query_module", sys_query_module(BAD, 0, BAD, 0, BAD));
	gone("nfsservctl", sys_nfsservctl(-1, BAD, BAD));
	gone("getpmsg", sys_getpmsg(-1, BAD, BAD, BAD, BAD));
	gone("putpmsg", sys_putpmsg(-1, BAD, BAD, 0, 0));
	gone("afs_syscall", sys_afs_syscall(0, 0, 0, 0, 0));
	gone("tuxcall", sys_tuxcall(0, 0, 0));
	gone("security", sys_security(0, 0, 0));
	gone("set_thread_area", sys_set_thread_area(BAD));
	gone("get_thread_area", sys_get_thread_area(BAD));
	gone("lookup_dcookie", sys_lookup_dcookie(0, BAD, 0));
	gone("epoll_ctl_old", sys_epoll_ctl_old(-1, 0, -1, BAD));
	gone("epoll_wait_old", sys_epoll_wait_old(-1, BAD, 0, 0));
	gone("vserver", sys_vserver(0, 0, 0, 0, 0));
}

static void left(const char *name, const char *why)
{
	report("left", name, why);
}

static void name_the_rest(void)
{
	left("reboot", "stops the machine");
	left("kexec_load", "replaces the kernel");
	left("kexec_file_load", "replaces the kernel");
	left("init_module", "loads code into the kernel");
	left("finit_module", "loads code into the kernel");
	left("delete_module", "removes code from the kernel");
	left("vhangup", "takes the terminal away");
	left("uretprobe", "SIGILL, except from the kernel's own trampoline");
	left("uprobe", "SIGILL, except from the kernel's own trampoline");
}

static unsigned int number_at(const char **text)
{
	unsigned int n = 0;

	while (**text >= '0' && **text <= '9')
		n = n * 10 + (unsigned int)(*(*text)++ - '0');
	return n;
}

static void ask_kernel_version(void)
{
	struct utsname name;
	const char *text = name.release;

	sys_uname(&name);
	kernel.major = number_at(&text);
	text++;
	kernel.minor = number_at(&text);
}

int main(int argc, char **argv, char **envp)
{
	if (argc == 2 && same(argv[1], "execed", 7))
		return envp[0] && same(envp[0], "PREMAIN=yes", 12) &&
			!envp[1] ? EXECED : 1;
	if (argc < 2 || sys_chdir(argv[1]) != 0) {
		const char usage[] = "usage: syscalls-safe FOLDER [qemu]\n";

		sys_write(2, usage, sizeof(usage) - 1);
		return 2;
	}
	program = argv[0];
	under_qemu = argc > 2;
	ask_kernel_version();
	check_files();
	check_memory();
	check_time();
	check_processes();
	check_meetings();
	check_retired();
	name_the_rest();
	return failures != 0;
}
