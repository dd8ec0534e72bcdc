/*
 * premain/tracer/put_line.c
 *
 * One line an event, in the form that premain/trace reads: a failure is
 * written as qemu writes it, for the names of errors are strace's.
 */
#include "premain/run/run.h"
#include "premain/steps/steps.h"
#include "premain/tracer/tracer.h"

#include <string.h>
#include <sys/wait.h>

static void write_line(struct tracer *tracer, struct text *line)
{
	text_put(line, "\n");
	if (text_write(tracer->out, line) != 0)
		tracer->failed = true;
	text_free(line);
}

void put_call_line(struct tracer *tracer, const struct task *task,
		   const struct registers *now)
{
	const struct registers *entry = &task->entry;
	uint64_t number = entry->orig_rax | (task->foreign ? CALL_I386 : 0);
	uint64_t arguments[6];
	struct text line = {0};

	text_format(&line, "%-5d ", task->pid);
	call_registers(arguments, number, entry);
	put_raw_call(&line, number, arguments, now ? &now->rax : NULL);
	write_line(tracer, &line);
}

void put_exec_line(struct tracer *tracer, const char *path, int error)
{
	struct text line = {0};

	text_format(&line, "%-5d execve(\"", tracer->first);
	text_show(&line, path);
	text_put(&line, "\") = ");
	if (error)
		text_format(&line, "-1 errno=%d (%s)", error,
			    strerror(error));
	else
		text_put(&line, "0");
	write_line(tracer, &line);
}

void put_signal_line(struct tracer *tracer, int pid, int number)
{
	struct text line = {0};

	text_format(&line, "%-5d --- %s ---", pid, run_signal_name(number));
	write_line(tracer, &line);
}

void put_heir_line(struct tracer *tracer, int pid, int thread)
{
	struct text line = {0};

	text_format(&line, "%-5d +++ superseded by execve in pid %d +++", pid,
		    thread);
	write_line(tracer, &line);
}

void put_end_line(struct tracer *tracer, int pid, int status)
{
	struct text line = {0};

	if (WIFEXITED(status))
		text_format(&line, "%-5d +++ exited with %d +++", pid,
			    WEXITSTATUS(status));
	else
		text_format(&line, "%-5d +++ killed by %s +++", pid,
			    run_signal_name(WTERMSIG(status)));
	write_line(tracer, &line);
}
