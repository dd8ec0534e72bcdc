/*
 * premain/live/live_stops.c
 *
 * Starting a program, stopping it where an address is reached or where it
 * exits, and ending it. A stop is a breakpoint: one byte of its code is int3
 * until it is hit. Source: ptrace(2); Intel SDM vol. 3, 6.4.2 (#BP).
 */
#include "premain/live/inside.h"
#include "premain/run/run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	INT3 = 0xcc,
	START_SIZE = 64,	/* bytes, more than any start has */
	START_STEPS = 200
};

enum stop { STOP_BREAK, STOP_EXIT, STOP_GONE };

extern char **environ;

/* Never returns: 126 where nothing may be traced. */
static void become(char *const *command)
{
	struct rlimit none = {0, 0};
	int null = open("/dev/null", O_RDWR);

	setpgid(0, 0);
	setrlimit(RLIMIT_CORE, &none);
	if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0 ||
	    dup2(null, 2) < 0)
		_exit(127);
	if (null > 2)
		close(null);
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
		_exit(126);
	execve(command[0], command, environ);
	_exit(127);
}

/* The next stop, or the end; false: its time is over, or ours. */
static bool wait_for(struct live *live)
{
	const struct timespec moment = {0, 100000};
	int got;

	while ((got = waitpid(live->pid, &live->status, WNOHANG)) == 0) {
		if (run_interrupted() || run_clock() >= live->deadline)
			return false;
		nanosleep(&moment, NULL);
	}
	live->ended = got != live->pid || !WIFSTOPPED(live->status);
	return !live->ended;
}

bool live_start(struct live *live, char *const *command)
{
	char path[64];

	live->memory = -1;
	live->pid = fork();
	if (live->pid < 0) {
		live->wrong = strerror(errno);
		return false;
	}
	if (live->pid == 0)
		become(command);
	if (!wait_for(live)) {
		live->wrong = WIFEXITED(live->status) &&
			      WEXITSTATUS(live->status) == 126 ?
			"nothing may be traced here (ptrace(2))" :
			"it cannot be started";
		return false;
	}
	ptrace(PTRACE_SETOPTIONS, live->pid, NULL,
	       (void *)(PTRACE_O_EXITKILL | PTRACE_O_TRACEEXIT |
			PTRACE_O_TRACEEXEC));
	snprintf(path, sizeof path, "/proc/%d/mem", live->pid);
	live->memory = open(path, O_RDWR | O_CLOEXEC);
	if (live->memory < 0)
		live->wrong = "its memory cannot be read (/proc/PID/mem)";
	return live->memory >= 0;
}

/* Goes on until something stops it; signals of its own reach it. */
static enum stop go_on(struct live *live, int request)
{
	unsigned long number = 0;

	do {
		if (ptrace(request, live->pid, NULL, (void *)number) != 0 ||
		    !wait_for(live))
			return STOP_GONE;
		live->leaving = live->status >> 8 ==
				(SIGTRAP | PTRACE_EVENT_EXIT << 8);
		if (live->leaving)
			return STOP_EXIT;
		if (live->status >> 16)	/* another program is in it now */
			return STOP_GONE;
		number = (unsigned long)WSTOPSIG(live->status);
	} while (number != SIGTRAP);
	return STOP_BREAK;
}

static bool get_registers(struct live *live, struct registers *registers)
{
	return ptrace(PTRACE_GETREGS, live->pid, NULL, registers) == 0;
}

bool live_run_to(struct live *live, uint64_t address)
{
	const unsigned char int3 = INT3;
	struct registers registers;
	unsigned char byte;
	enum stop stop;

	if (get_registers(live, &registers) && registers.rip == address)
		return true;
	if (pread(live->memory, &byte, 1, (off_t)address) != 1 ||
	    pwrite(live->memory, &int3, 1, (off_t)address) != 1)
		return false;
	stop = go_on(live, PTRACE_CONT);
	if (stop != STOP_BREAK || !get_registers(live, &registers) ||
	    pwrite(live->memory, &byte, 1, (off_t)address) != 1 ||
	    registers.rip != address + 1)
		return false;
	registers.rip = address;
	live->thread = registers.fs_base;
	return ptrace(PTRACE_SETREGS, live->pid, NULL, &registers) == 0;
}

/* The program's own main, by its symbol; 0 without one. */
static uint64_t find_main(struct live *live)
{
	const struct live_range *range = live_range_at(live, live->entry);
	const struct live_object *object = range ?
		live_object_of(live, range) : NULL;

	for (size_t i = 0; object && i < object->code.symbol_count; i++)
		if (strcmp(object->code.symbols[i].name, "main") == 0)
			return object->bias + object->code.symbols[i].start;
	return 0;
}

/* Stock start files leave their own code by a call, with main in rdi. */
static uint64_t guess_main(struct live *live)
{
	const struct live_range *own, *other;
	struct registers registers;

	for (int i = 0; i < START_STEPS; i++) {
		if (go_on(live, PTRACE_SINGLESTEP) != STOP_BREAK ||
		    !get_registers(live, &registers))
			return 0;
		if (registers.rip - live->entry >= START_SIZE)
			break;
	}
	own = live_range_at(live, live->entry);
	other = live_range_at(live, registers.rdi);
	return own && own == other ? registers.rdi : 0;
}

bool live_run_to_main(struct live *live)
{
	uint64_t main = find_main(live);
	enum live_stop stop = main ? LIVE_MAIN : LIVE_MAIN_GUESSED;

	if (!main)
		main = guess_main(live);
	if (main && live_run_to(live, main)) {
		live->stop = stop;
		return true;
	}
	live->no_main = live->leaving || live->ended ?
		"it ended before main" : "nobody says where main is";
	return false;
}

bool live_run_to_exit(struct live *live)
{
	while (!live->leaving)
		if (go_on(live, PTRACE_CONT) == STOP_GONE)
			return false;
	return true;
}

/* One that is stopped at its exit only leaves when it is told to go on. */
void live_stop(struct live *live)
{
	int status;

	if (live->memory >= 0)
		close(live->memory);
	if (live->pid <= 0)
		return;
	while (!live->ended) {
		kill(live->pid, SIGKILL);
		ptrace(PTRACE_CONT, live->pid, NULL, NULL);
		live->ended = waitpid(live->pid, &status, 0) != live->pid ||
			      !WIFSTOPPED(status);
	}
	run_end_all(live->pid);
}
