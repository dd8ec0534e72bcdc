/*
 * tests/syscalls/processes.c
 * Signals, children, identities, limits and scheduling.
 */
#include "safe.h"

static int exit_status_of(long pid)
{
	int status = -1;

	if (sys_wait4((int)pid, &status, 0, NULL) != pid)
		return -1;
	return status & 0x7f ? -1 : status >> 8 & 0xff;
}

static volatile int caught;

static void count_signal(int number)
{
	caught = number;
}

static void handle(int number)
{
	struct sigaction act;

	clear(&act, sizeof(act));
	act.sa_handler = count_signal;
	act.sa_flags = 0x04000000;	/* SA_RESTORER */
	act.sa_restorer = (__sigrestore_t)sys_rt_sigreturn;
	expect("rt_sigaction", sys_rt_sigaction(number, &act, NULL, 8), 0);
}

static void check_queued_signals(int pid)
{
	unsigned long usr2 = 1UL << (SIGUSR2 - 1), pending = 0, before;
	struct siginfo info, got;

	expect("rt_sigprocmask", sys_rt_sigprocmask(0, &usr2, &before, 8), 0);
	clear(&info, sizeof(info));
	info.si_signo = SIGUSR2;
	info.si_code = -1;		/* SI_QUEUE */
	info.si_value.sival_int = 1234;
	expect("rt_sigqueueinfo", sys_rt_sigqueueinfo(pid, SIGUSR2, &info), 0);
	result = sys_rt_sigpending(&pending, 8);
	expect_true("rt_sigpending", pending & usr2);
	result = sys_rt_sigtimedwait(&usr2, &got, &at_once, 8);
	expect_true("rt_sigtimedwait", got.si_value.sival_int == 1234);
	expect("rt_tgsigqueueinfo", sys_rt_tgsigqueueinfo(pid,
		(int)sys_gettid(), SIGUSR2, &info), 0);
	sys_rt_sigtimedwait(&usr2, &got, &at_once, 8);
	sys_rt_sigprocmask(2, &before, NULL, 8);
}

static void check_signals(void)
{
	int pid = (int)sys_getpid(), tid = (int)sys_gettid(), fd;
	struct itimerval often = { { 0, 5000 }, { 0, 5000 } };
	struct itimerval never = { { 0, 0 }, { 0, 0 } };
	struct sigaltstack stack;
	unsigned long nothing = 0;

	handle(SIGALRM);
	expect("kill", sys_kill(pid, 0), 0);
	expect("tkill", sys_tkill(tid, 0), 0);
	caught = 0;
	result = sys_tgkill(pid, tid, SIGALRM);
	expect_true("tgkill", caught == SIGALRM);
	result = caught;
	expect_true("rt_sigreturn", caught == SIGALRM);
	/* It comes again and again: before the call it is not too early. */
	sys_setitimer(0, &often, NULL);
	expect("pause", sys_pause(), -EINTR);
	expect("rt_sigsuspend", sys_rt_sigsuspend(&nothing, 8), -EINTR);
	sys_setitimer(0, &never, NULL);
	expect("restart_syscall", sys_restart_syscall(), -EINTR);
	expect("sigaltstack", sys_sigaltstack(NULL, &stack), 0);
	check_queued_signals(pid);

	fd = (int)sys_pidfd_open(pid, 0);
	result = fd;
	if (!too_new("pidfd_open", fd, 5, 3))
		expect_true("pidfd_open", fd > 2);
	expect_since("pidfd_send_signal",
		sys_pidfd_send_signal(fd, 0, NULL, -1U), -EINVAL, 5, 1);
	expect_since("pidfd_getfd", sys_pidfd_getfd(fd, 0, -1U), -EINVAL,
		5, 6);
	sys_close(fd);
}

static void never_returns(void) __attribute__((__noreturn__, __noinline__));
static void never_returns(void)
{
	sys_exit(7);
}

/*
 * On a new stack the child may call what does not return, and no more: an
 * inlined function would look for its locals in a frame that is not there.
 */
static char child_stack[4 * PAGE] __attribute__((__aligned__(16)));
#define CHILD_STACK_TOP (child_stack + sizeof(child_stack) - 256)

/* What the child of sys_clone sees of arguments 2, 4 and 5. */
static int child_tid;

static void look_around(void) __attribute__((__noreturn__, __noinline__));
static void look_around(void)
{
	char here;
	unsigned long tls = 0;

	sys_arch_prctl(ARCH_GET_FS, (unsigned long)&tls);
	if (&here < child_stack || &here >= CHILD_STACK_TOP)
		sys_exit(2);
	if (child_tid != sys_gettid())
		sys_exit(4);
	sys_exit(tls == (unsigned long)child_stack ? 6 : 5);
}

static void check_clones(void)
{
	static struct clone_args arguments;
	long pid = sys_clone(SIGCHLD, NULL, NULL, NULL, 0);
	int as_fork;

	if (pid == 0)
		sys_exit_group(5);
	as_fork = exit_status_of(pid) == 5;
	pid = sys_clone(0x1000000 /* CLONE_CHILD_SETTID */ |
		0x80000 /* CLONE_SETTLS */ | SIGCHLD, CHILD_STACK_TOP, NULL,
		&child_tid, (unsigned long)child_stack);
	if (pid == 0)
		look_around();
	expect("clone", as_fork ? exit_status_of(pid) : 0, 6);

	pid = sys_vfork();
	if (pid == 0)
		never_returns();
	expect("vfork", exit_status_of(pid), 7);

	arguments.exit_signal = SIGCHLD;
	arguments.flags = 0x100;	/* CLONE_VM */
	arguments.stack = (unsigned long)child_stack;
	arguments.stack_size = sizeof(child_stack) - 256;
	pid = sys_clone3(&arguments, sizeof(arguments));
	if (pid == 0)
		never_returns();
	if (!too_new("clone3", pid, 5, 3)) {
		if (is_error(pid))
			expect("clone3", pid, 7);
		else
			expect("clone3", exit_status_of(pid), 7);
	}
}

/* A child that could not become this program anew exits with the error. */
static long outcome_of(long pid)
{
	int status = exit_status_of(pid);

	return status == EXECED ? EXECED : -status;
}

static void check_children(void)
{
	char *const argv[] = { program, "execed", NULL };
	char *const envp[] = { "PREMAIN=yes", NULL };
	struct siginfo info;
	struct rusage usage;
	long pid, self = sys_getpid();

	pid = sys_fork();
	if (pid == 0)
		sys_exit(sys_getppid() == self ? 3 : 4);
	clear(&info, sizeof(info));
	result = sys_waitid(1, (int)pid, &info, 4, &usage);
	expect_true("waitid", info.si_pid == pid && info.si_status == 3);
	result = pid;
	expect_true("fork", 1);
	expect("exit", info.si_status, 3);
	expect("getppid", info.si_status, 3);
	pid = sys_fork();
	if (pid == 0)
		sys_exit_group(9);
	expect("exit_group", exit_status_of(pid), 9);
	expect("wait4", sys_wait4(-1, NULL, 1, &usage), -ECHILD);

	pid = sys_fork();
	if (pid == 0)
		sys_exit((int)-sys_execve(program, argv, envp));
	expect("execve", outcome_of(pid), EXECED);
	pid = sys_fork();
	if (pid == 0)
		sys_exit((int)-sys_execveat(AT_FDCWD, program, argv, envp, 0));
	expect("execveat", outcome_of(pid), EXECED);
}

static void check_groups_and_sessions(void)
{
	long pid = sys_fork();

	if (pid == 0) {
		long self = sys_getpid();

		if (sys_setpgid(0, 0) != 0 || sys_getpgid(0) != self)
			sys_exit(1);
		if (sys_getpgrp() != self || sys_setsid() != -EPERM)
			sys_exit(2);
		pid = sys_fork();
		if (pid == 0)
			sys_exit(sys_setsid() == sys_getpid() &&
				sys_getsid(0) == sys_getpid() ? 0 : 3);
		sys_exit(exit_status_of(pid));
	}
	pid = exit_status_of(pid);
	expect("setpgid", pid, 0);
	expect("getpgid", pid, 0);
	expect("getpgrp", pid, 0);
	expect("setsid", pid, 0);
	expect("getsid", pid, 0);
}

static void check_identity(void)
{
	unsigned int user = (unsigned int)sys_getuid();
	unsigned int group = (unsigned int)sys_getgid();
	unsigned int real = 1, effective = 2, saved = 3;

	result = user;
	expect_true("getuid", sys_setreuid(user, -1U) == 0);
	result = group;
	expect_true("getgid", sys_setregid(group, -1U) == 0);
	result = sys_getresuid(&real, &effective, &saved);
	expect_true("getresuid", real == user && effective == saved);
	expect("geteuid", sys_geteuid(), effective);
	result = sys_getresgid(&real, &effective, &saved);
	expect_true("getresgid", real == group && effective == saved);
	expect("getegid", sys_getegid(), effective);
	expect("setuid", sys_setuid(user), 0);
	expect("setgid", sys_setgid(group), 0);
	expect("setreuid", sys_setreuid(-1U, -1U), 0);
	expect("setregid", sys_setregid(-1U, -1U), 0);
	expect("setresuid", sys_setresuid(-1U, -1U, -1U), 0);
	expect("setresgid", sys_setresgid(-1U, -1U, -1U), 0);
	expect("setfsuid", sys_setfsuid(-1U), sys_geteuid());
	expect("setfsgid", sys_setfsgid(-1U), sys_getegid());
	result = sys_getgroups(0, NULL);
	expect_true("getgroups", 1);
	expect("setgroups", sys_setgroups(-1, NULL), -EINVAL);
	result = sys_getpid();
	expect_true("getpid", sys_getpid() == sys_gettid());
	result = sys_gettid();
	expect_true("gettid", sys_gettid() > 0);
}

static void check_capabilities(void)
{
	struct __user_cap_header_struct header;
	struct __user_cap_data_struct data[2];
	unsigned long fs = 1;

	header.version = _LINUX_CAPABILITY_VERSION_3;
	header.pid = 0;
	expect("capget", sys_capget(&header, data), 0);
	expect("capset", sys_capset(&header, data), 0);
	expect("personality", sys_personality(-1U), sys_personality(-1U));
	/* prctl refuses anything in arguments 2 to 5 here: each arrives. */
	expect("prctl", sys_prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 1), -EINVAL);
	result = sys_arch_prctl(ARCH_GET_FS, (unsigned long)&fs);
	expect_true("arch_prctl", fs != 1);
	expect_option("seccomp", sys_seccomp(-1U, 0, NULL), -EINVAL,
		"SECCOMP");
	expect("ptrace", sys_ptrace(7, NO_PID, NULL, NULL), -ESRCH);
	/* Alone among all it returns an unsigned int: -ENOSYS in 32 bits. */
	expect_option("modify_ldt", sys_modify_ldt(99, NULL, 0),
		(unsigned int)-ENOSYS, "MODIFY_LDT_SYSCALL");
	expect("unshare", sys_unshare(1), -EINVAL);
	expect("setns", sys_setns(NO_FD, 0), -EBADF);
	expect_option("iopl", sys_iopl(4), -EINVAL, "X86_IOPL_IOPERM");
	expect_option("ioperm", sys_ioperm(-1UL, 1, 0), -EINVAL,
		"X86_IOPL_IOPERM");
	expect_option("add_key",
		sys_add_key("user", "a", "b", 1 << 20, 0), -EINVAL, "KEYS");
	expect_option("request_key", sys_request_key(BAD, "a", "b", 0),
		-EFAULT, "KEYS");
	expect_option("keyctl", sys_keyctl(9999, 0, 0, 0, 0), -EOPNOTSUPP,
		"KEYS");
}

static void check_security(void)
{
	result = sys_landlock_create_ruleset(NULL, 0, 1);
	if (result == -EOPNOTSUPP)
		report("skip", "landlock_create_ruleset",
			"EOPNOTSUPP: switched off at boot");
	else if (!built_without("landlock_create_ruleset", result,
	    "SECURITY_LANDLOCK"))
		expect_true("landlock_create_ruleset", result > 0);
	if (!built_without("landlock_add_rule",
	    sys_landlock_add_rule(NO_FD, 1, NULL, -1U), "SECURITY_LANDLOCK"))
		either("landlock_add_rule",
			sys_landlock_add_rule(NO_FD, 1, NULL, -1U), -EINVAL,
			-EOPNOTSUPP);
	if (!built_without("landlock_restrict_self",
	    sys_landlock_restrict_self(NO_FD, -1U), "SECURITY_LANDLOCK"))
		either("landlock_restrict_self",
			sys_landlock_restrict_self(NO_FD, -1U), -EINVAL,
			-EOPNOTSUPP);
	if (!too_new("lsm_get_self_attr",
	    sys_lsm_get_self_attr(0, NULL, NULL, 0), 6, 8))
		expect_option("lsm_get_self_attr",
			sys_lsm_get_self_attr(0, NULL, NULL, 0), -EINVAL,
			"SECURITY");
	if (!too_new("lsm_set_self_attr",
	    sys_lsm_set_self_attr(0, BAD, 0, 1), 6, 8))
		expect_option("lsm_set_self_attr",
			sys_lsm_set_self_attr(0, BAD, 0, 1), -EINVAL,
			"SECURITY");
	if (!too_new("lsm_list_modules",
	    sys_lsm_list_modules(NULL, NULL, 1), 6, 8))
		expect_option("lsm_list_modules",
			sys_lsm_list_modules(NULL, NULL, 1), -EINVAL,
			"SECURITY");
	expect_option("bpf", sys_bpf(-1, NULL, 0), -EINVAL, "BPF_SYSCALL");
	expect_option("perf_event_open",
		sys_perf_event_open(BAD, 0, 0, 0, -1UL), -EINVAL,
		"PERF_EVENTS");
	expect("syslog", sys_syslog(-1, NULL, 0), -EINVAL);
}

static void check_scheduling(void)
{
	struct sched_param param = { -1 };
	struct timespec slice;
	unsigned long cpus[128] = { 0 };
	unsigned int cpu = -1U, node = -1U;
	char attr[56];
	long n;

	expect("sched_getscheduler", sys_sched_getscheduler(0), 0);
	result = sys_sched_getparam(0, &param);
	expect_true("sched_getparam", param.sched_priority == 0);
	expect("sched_setparam", sys_sched_setparam(0, &param), 0);
	expect("sched_setscheduler", sys_sched_setscheduler(0, 0, &param), 0);
	expect("sched_get_priority_max", sys_sched_get_priority_max(1), 99);
	expect("sched_get_priority_min", sys_sched_get_priority_min(1), 1);
	expect("sched_rr_get_interval", sys_sched_rr_get_interval(0, &slice),
		0);
	n = sys_sched_getaffinity(0, sizeof(cpus), cpus);
	result = n;
	expect_true("sched_getaffinity", n >= 8);
	expect("sched_setaffinity",
		sys_sched_setaffinity(0, sizeof(cpus), cpus), 0);
	expect("sched_getattr", sys_sched_getattr(0, (void *)attr, 48, 0), 0);
	expect("sched_setattr", sys_sched_setattr(0, (void *)attr, -1U),
		-EINVAL);
	expect("sched_yield", sys_sched_yield(), 0);
	result = sys_getcpu(&cpu, &node, NULL);
	expect_true("getcpu", cpu < 8192);
	n = sys_getpriority(0, 0);
	result = n;
	expect_true("getpriority", n >= 1 && n <= 40);
	expect("setpriority", sys_setpriority(0, 0, (int)(20 - n)), 0);
	expect_option("ioprio_get", sys_ioprio_get(99, 0), -EINVAL, "BLOCK");
	expect_option("ioprio_set", sys_ioprio_set(99, 0, 0), -EINVAL,
		"BLOCK");
	expect_option("membarrier", sys_membarrier(0, -1U, 0), -EINVAL,
		"MEMBARRIER");
	expect_option("rseq", sys_rseq(NULL, 0, 1 << 20, 0), -EINVAL, "RSEQ");
	if (!too_new("rseq_slice_yield", sys_rseq_slice_yield(), 7, 0))
		expect_option("rseq_slice_yield", sys_rseq_slice_yield(), 0,
			"RSEQ_SLICE_EXTENSION");
}

static void check_limits_and_names(void)
{
	struct rlimit limit = { 0, 0 };
	struct rlimit64 limit64 = { 0, 0 };
	struct rusage usage;
	struct sysinfo info;
	struct utsname name;
	static int tid;

	result = sys_getrlimit(7, &limit);
	expect_true("getrlimit", limit.rlim_cur > 2);
	expect("setrlimit", sys_setrlimit(7, &limit), 0);
	result = sys_prlimit64(0, 7, NULL, &limit64);
	expect_true("prlimit64", limit64.rlim_cur == limit.rlim_cur);
	expect("getrusage", sys_getrusage(0, &usage), 0);
	result = sys_sysinfo(&info);
	expect_true("sysinfo", info.totalram > 0);
	result = sys_uname(&name);
	expect_true("uname", same(name.sysname, "Linux", 6));
	expect("sethostname", sys_sethostname(name.nodename, -1), -EINVAL);
	expect("setdomainname", sys_setdomainname(name.domainname, -1),
		-EINVAL);
	expect("set_tid_address", sys_set_tid_address(&tid), sys_gettid());
	result = sys_getrandom(&tid, 4, 0);
	expect_true("getrandom", sys_getrandom(&tid, 4, -1U) == -EINVAL);
}

void check_processes(void)
{
	check_signals();
	check_children();
	check_clones();
	check_groups_and_sessions();
	check_identity();
	check_capabilities();
	check_security();
	check_scheduling();
	check_limits_and_names();
}
