/*
 * premain/steps/steps_run.c
 *
 * One instruction, one stop, until the program ends: exact on every machine,
 * also where the processor has no counters to offer. A `rep` stops after each
 * round. Only the first thread is followed; what it starts runs on its own.
 * Source: ptrace(2); Intel SDM vol. 3, 18.3.1.4; getauxval(3).
 */
#include "premain/steps/steps.h"

#include <asm/unistd.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

/* The path of the program is the command's first word. */
static void become(char *const *command)
{
	extern char **environ;

	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0)
		execve(command[0], command, environ);
	_exit(errno == ENOENT || errno == EACCES ? 127 : 126);
}

static void read_auxv(struct steps *steps)
{
	char path[64];
	Elf64_auxv_t entry;
	int fd;

	snprintf(path, sizeof path, "/proc/%d/auxv", steps->pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return;
	while (read(fd, &entry, sizeof entry) == sizeof entry) {
		if (entry.a_type == AT_ENTRY)
			steps->entry = entry.a_un.a_val;
		if (entry.a_type == AT_BASE)
			steps->base = entry.a_un.a_val;
	}
	close(fd);
}

static bool get_registers(const struct steps *steps,
			  struct registers *registers)
{
	return ptrace(PTRACE_GETREGS, steps->pid, NULL, registers) == 0;
}

static void count_step(struct steps *steps, uint64_t address)
{
	struct region *region = steps_region(steps, address);

	steps->total++;
	steps->phases[steps->phase]++;
	if (!region) {
		steps_read_maps(steps);
		region = steps_region(steps, address);
		if (!region)
			return;
	}
	if (!region->counts) {
		region->counts = calloc((size_t)(region->end - region->start),
					sizeof *region->counts);
		if (!region->counts) {
			steps->lost = true;
			return;
		}
	}
	region->counts[address - region->start]++;
}

/* The call that the instruction at `before` has made. */
static void keep_call(struct steps *steps, const struct registers *before,
		      bool returned, int64_t result)
{
	const struct region *region = steps_region(steps, before->rip);
	size_t room = steps->made_room ? steps->made_room * 2 : 64;
	struct call *made;

	if (steps->made_count == steps->made_room) {
		made = reallocarray(steps->made, room, sizeof *made);
		if (!made) {
			steps->lost = true;
			return;
		}
		steps->made = made;
		steps->made_room = room;
	}
	made = &steps->made[steps->made_count++];
	*made = (struct call){
		.phase = steps->phase, .number = before->rax,
		.arguments = {before->rdi, before->rsi, before->rdx,
			      before->r10, before->r8, before->r9},
		.result = result, .returned = returned,
		.object = region ? region->object : ~(size_t)0
	};
	steps->calls[steps->phase]++;
	if (region) {
		struct object *object = &steps->objects[region->object];
		const struct symbol *symbol;

		if (!object->looked)
			object_read_symbols(object);
		symbol = object_symbol(object, before->rip - region->bias);
		made->function = symbol ? symbol->name : NULL;
		object->calls++;
	}
}

/* `syscall` is two bytes, and leaves the next address in rcx. */
static bool was_call(const struct steps *steps, const struct registers *before,
		     const struct registers *now)
{
	if (now->rip != before->rip + 2 || now->rcx != now->rip)
		return false;
	return (ptrace(PTRACE_PEEKTEXT, steps->pid, (void *)before->rip,
		       NULL) & 0xffff) == 0x050f;
}

static void look_at_call(struct steps *steps, const struct registers *before,
			 const struct registers *now)
{
	if (!was_call(steps, before, now))
		return;
	keep_call(steps, before, true, (int64_t)now->rax);
	switch (before->rax) {
	case __NR_mmap:
	case __NR_mprotect:
	case __NR_munmap:
	case __NR_mremap:
		steps_read_maps(steps);
	}
}

/* Another program is in the process: from its first instruction. */
static void begin(struct steps *steps)
{
	steps->entry = steps->base = 0;
	steps->main = steps->main_return = 0;
	steps->main_guessed = false;
	read_auxv(steps);
	steps->phase = steps->base ? PHASE_LOADER : PHASE_START;
	steps_read_maps(steps);
	steps_find_main(steps);
}

/* The next stop; false: there is no process any more. */
static bool step(struct steps *steps, unsigned long *number)
{
	if (ptrace(PTRACE_SINGLESTEP, steps->pid, NULL,
		       (void *)*number) != 0 ||
	    waitpid(steps->pid, &steps->status, 0) < 0)
		return false;
	*number = 0;
	if (steps->status >> 8 == (SIGTRAP | PTRACE_EVENT_EXEC << 8))
		steps->began = true;
	else if (WIFSTOPPED(steps->status) &&
		 WSTOPSIG(steps->status) != SIGTRAP)
		*number = (unsigned long)WSTOPSIG(steps->status);
	return WIFSTOPPED(steps->status);
}

static void run_to_the_end(struct steps *steps)
{
	struct registers before, now;
	unsigned long number = 0;	/* of a signal to deliver */

	if (!get_registers(steps, &now))
		return;
	for (;;) {
		if (steps->total == steps->limit) {
			steps->limited = true;
			kill(steps->pid, SIGKILL);
			waitpid(steps->pid, &steps->status, 0);
			return;
		}
		steps_set_phase(steps, &now);
		count_step(steps, now.rip);
		before = now;
		if (!step(steps, &number))
			break;
		if (!get_registers(steps, &now))
			return;
		if (steps->began) {
			keep_call(steps, &before, true, 0);
			begin(steps);
			steps->began = false;
		} else {
			look_at_call(steps, &before, &now);
		}
	}
	if (before.rax == __NR_exit_group || before.rax == __NR_exit) {
		steps->phase = PHASE_EXIT;
		keep_call(steps, &before, false, 0);
	}
}

const char *steps_run(struct steps *steps, char *const *command)
{
	steps->pid = fork();
	if (steps->pid < 0)
		return strerror(errno);
	if (steps->pid == 0)
		become(command);
	if (waitpid(steps->pid, &steps->status, 0) < 0)
		return strerror(errno);
	if (!WIFSTOPPED(steps->status))
		return WIFEXITED(steps->status) &&
		       WEXITSTATUS(steps->status) == 127 ?
			"cannot be executed" :
			"nothing may be traced here (ptrace(2))";
	ptrace(PTRACE_SETOPTIONS, steps->pid, NULL,
	       (void *)(PTRACE_O_EXITKILL | PTRACE_O_TRACEEXEC));
	begin(steps);
	run_to_the_end(steps);
	steps_sum(steps);
	return steps->lost ? "no memory for its steps" : NULL;
}
