/*
 * premain/contract.c
 *
 * premain contract: whether a program makes the system calls that it should.
 */
#include "premain/contract/contract.h"
#include "premain/run/run.h"
#include "premain/subcommands.h"
#include "premain/tracer/tracer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static const char help[] =
"usage: premain contract [--tracer=T] FILE -- PROGRAM [ARGUMENT...]\n"
"       premain contract --record FILE -- PROGRAM [ARGUMENT...]\n"
"\n"
"  --tracer=T     strace, qemu or premain; else the first of them that works\n"
"  --record       writes FILE: a contract that this run keeps\n"
"\n"
"FILE has a line for each system call, as strace writes it. * is any text,\n"
"a line ... any number of calls, ? before a call says that it may be\n"
"missing, # begins a comment. qemu and premain trace show numbers only: then\n"
"names, numbers and results are held against the file. The status is 0 where\n"
"the contract is kept, 1 where it is broken, 2 in trouble.\n";

struct request {
	const char *file;
	char **command;
	enum contract_tracer tracer;
	bool chosen, record;
};

static const char *const tracer_names[] = {
	[BY_STRACE] = "strace", [BY_QEMU] = "qemu-x86_64",
	[BY_PREMAIN] = "premain trace"
};

static int refuse(const char *word, const char *what)
{
	return refuse_word("contract", word, what);
}

static int set_tracer(struct request *request, const char *name)
{
	static const char *const words[] = {
		[BY_STRACE] = "strace", [BY_QEMU] = "qemu",
		[BY_PREMAIN] = "premain"
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(name, words[i]) == 0) {
			request->tracer = (enum contract_tracer)i;
			request->chosen = true;
			return 0;
		}
	return refuse(name, "no such tracer: strace, qemu or premain");
}

static int read_options(struct request *request, char **words)
{
	int status = 0;

	for (; *words && strcmp(*words, "--") != 0 && !status; words++) {
		if (strncmp(*words, "--tracer=", 9) == 0)
			status = set_tracer(request, *words + 9);
		else if (strcmp(*words, "--record") == 0)
			request->record = true;
		else if (**words == '-')
			status = refuse(*words, "no such option (premain "
					"contract --help)");
		else if (request->file)
			status = refuse(*words, "one contract at a time");
		else
			request->file = *words;
	}
	if (status)
		return status;
	if (!*words || !words[1] || !request->file)
		return refuse("FILE -- PROGRAM", "is wanted (premain contract "
			      "--help)");
	request->command = words + 1;
	return 0;
}

static int wait_for(int pid)
{
	int status = -1;

	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

/* Runs the program under another's tracer, whose log goes to `log`. */
static const char *run_under(const struct request *request, char *tracer,
			     int log)
{
	char path[64], *words[64] = {NULL}, **word = request->command;
	size_t count = 0;
	int pid;

	snprintf(path, sizeof path, "/proc/%d/fd/%d", (int)getpid(), log);
	words[count++] = tracer;
	if (request->tracer == BY_STRACE) {
		words[count++] = (char *)"-f";
		words[count++] = (char *)"-o";
	} else {
		words[count++] = (char *)"-strace";
		words[count++] = (char *)"-D";
	}
	words[count++] = path;
	while (*word && count < sizeof words / sizeof words[0] - 1)
		words[count++] = *word++;
	pid = fork();
	if (pid == 0) {
		execv(tracer, words);
		_exit(127);
	}
	return wait_for(pid) < 0 ? strerror(errno) : NULL;
}

static const char *run_traced(struct request *request, int log)
{
	static struct tracer own;
	const char *wrong = "not installed";
	char *tracer, *program = run_find(request->command[0]);

	if (!program)
		return "no such program";
	request->command[0] = program;
	if (request->tracer == BY_PREMAIN) {
		own.out = log;
		wrong = tracer_follow(&own, request->command);
	} else {
		tracer = run_find(tracer_names[request->tracer]);
		if (tracer)
			wrong = run_under(request, tracer, log);
		free(tracer);
	}
	return wrong;
}

/* The first tracer that is there; ours always is. */
static void choose_tracer(struct request *request)
{
	char *strace = request->chosen ? NULL : run_find("strace");

	if (!request->chosen)
		request->tracer = strace ? BY_STRACE : BY_PREMAIN;
	free(strace);
}

static void read_trace(struct trace *trace, int log)
{
	lseek(log, 0, SEEK_SET);
	while (trace_read(trace, log) > 0)
		;
}

static int tell_breach(const struct request *request,
		       const struct contract *contract,
		       const struct trace *trace, const struct breach *breach)
{
	struct text text = {0}, event = {0};

	text_format(&text, "%s: ", request->file);
	if (breach->clause < contract->count)
		text_format(&text, "line %zu wants %s",
			    contract->clauses[breach->clause].line,
			    contract->clauses[breach->clause].text);
	else
		text_put(&text, "no more calls are wanted");
	if (breach->event < trace->count) {
		put_event_text(&event, &trace->events[breach->event]);
		text_format(&text, "\n%s: event %zu is ",
			    tracer_names[request->tracer], breach->event + 1);
		text_put_visible(&text, text_string(&event), event.length);
		text_put(&text, "\n");
	} else {
		text_format(&text, "\n%s: there are no more events\n",
			    tracer_names[request->tracer]);
	}
	text_write(1, &text);
	text_free(&text);
	text_free(&event);
	return 1;
}

/* Before anything runs: a contract that cannot be read cannot be kept. */
static int read_contract(const struct request *request,
			 struct contract *contract)
{
	int status = 0, fd = open(request->file, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return refuse(request->file, strerror(errno));
	if (contract_read(contract, fd) != 0)
		status = refuse(request->file, strerror(errno));
	close(fd);
	return status;
}

static int check(const struct request *request,
		 const struct contract *contract, const struct trace *trace)
{
	struct breach breach;

	if (contract_holds(contract, trace->events, trace->count,
			   request->tracer, &breach))
		return 0;
	return tell_breach(request, contract, trace, &breach);
}

static int record(const struct request *request, const struct trace *trace)
{
	int status = 0, fd = open(request->file, O_WRONLY | O_CREAT | O_TRUNC |
				  O_CLOEXEC, 0666);
	struct text text = {0};

	if (fd < 0)
		return refuse(request->file, strerror(errno));
	contract_record(&text, trace->events, trace->count);
	if (text_write(fd, &text) != 0 || close(fd) != 0)
		status = refuse(request->file, strerror(errno));
	text_free(&text);
	return status;
}

static int run(struct request *request, const struct contract *contract)
{
	int log = memfd_create("log", MFD_CLOEXEC), status;
	struct trace *trace = calloc(1, sizeof *trace);
	const char *wrong;

	if (log < 0 || !trace)
		return refuse("log", strerror(errno));
	wrong = run_traced(request, log);
	read_trace(trace, log);
	if (wrong)
		status = refuse(request->command[0], wrong);
	else
		status = request->record ? record(request, trace) :
					   check(request, contract, trace);
	close(log);
	trace_free(trace);
	free(trace);
	return status;
}

int premain_contract(char **words)
{
	struct request request = {0};
	struct contract contract = {0};
	int status;

	if (*words && (strcmp(*words, "--help") == 0 ||
		       strcmp(*words, "-h") == 0))
		return fputs(help, stdout) < 0;
	status = read_options(&request, words);
	if (!status && !request.record)
		status = read_contract(&request, &contract);
	if (!status) {
		choose_tracer(&request);
		status = run(&request, &contract);
	}
	contract_free(&contract);
	return status;
}
