/*
 * premain/contract.c
 *
 * premain contract: whether a program makes the system calls that it should.
 */
#include "premain/contract/contract.h"
#include "premain/run/run.h"
#include "premain/subcommands.h"
#include "premain/words/words.h"
#include "premain/tracer/tracer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

const char premain_contract_help[] =
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
	enum tracer_kind tracer;	/* TRACER_NONE: not chosen yet */
	bool record;
};

static int refuse(const char *word, const char *what)
{
	return refuse_word("contract", word, what);
}

static int read_words(struct request *request, char ***words)
{
	enum {TRACER, RECORD, ALL};
	static const char takes[] =
		"--tracer=strace|qemu|premain\0" "--record\0";
	static const enum tracer_kind kinds[] = {
		TRACER_STRACE, TRACER_QEMU, TRACER_OWN
	};
	struct value values[ALL] = {0};
	int status = 0;

	while (!status && **words && strcmp(**words, "--") != 0) {
		if (is_option(**words))
			status = take_option("contract", takes, values, words);
		else if (request->file)
			status = refuse(**words, "one contract at a time");
		else
			request->file = *(*words)++;
	}
	if (values[TRACER].word)
		request->tracer = kinds[values[TRACER].number];
	request->record = values[RECORD].number;
	return status;
}

static int read_options(struct request *request, char **words)
{
	int status = read_words(request, &words);

	if (status)
		return status;
	if (!*words || !words[1] || !request->file)
		return refuse("FILE -- PROGRAM", "is wanted (premain contract "
			      "--help)");
	request->command = words + 1;
	return 0;
}

/* The log of a run of ours, in a file of no name too. */
static const char *run_own(char *const *command, int *log)
{
	static struct tracer tracer;
	const char *wrong;

	*log = tracer.out = memfd_create("log", MFD_CLOEXEC);
	if (*log < 0)
		return strerror(errno);
	wrong = tracer_follow(&tracer, command);
	lseek(*log, 0, SEEK_SET);
	return wrong;
}

static const char *run_traced(const struct request *request, int *log)
{
	int status;

	if (request->tracer == TRACER_OWN)
		return run_own(request->command, log);
	return run_logged(request->tracer, request->command, log, &status);
}

/* The first tracer that is there; ours always is. */
static void choose_tracer(struct request *request)
{
	char *strace = request->tracer ? NULL : run_find("strace");

	if (!request->tracer)
		request->tracer = strace ? TRACER_STRACE : TRACER_OWN;
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
	const char *tracer = run_tracer_name(request->tracer);
	struct text text = {0}, event = {0};

	text_format(&text, "%s: ", request->file);
	if (breach->clause < contract->count)
		text_format(&text, "line %zu wants %s",
			    contract->clauses[breach->clause].line,
			    contract->clauses[breach->clause].text);
	else
		text_put(&text, "no more calls are wanted");
	if (breach->event < trace->count) {
		trace_put_event(&event, &trace->events[breach->event]);
		text_format(&text, "\n%s: event %zu is ",
			    tracer, breach->event + 1);
		text_put_visible(&text, text_string(&event), event.length);
		text_put(&text, "\n");
	} else {
		text_format(&text, "\n%s: there are no more events\n",
			    tracer);
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

static int run(const struct request *request,
	       const struct contract *contract)
{
	struct trace *trace = calloc(1, sizeof *trace);
	const char *wrong;
	int log = -1, status;

	if (!trace)
		return refuse(request->file, strerror(errno));
	wrong = run_traced(request, &log);
	if (wrong)
		status = refuse(run_tracer_name(request->tracer), wrong);
	else
		read_trace(trace, log);
	if (!wrong)
		status = request->record ? record(request, trace) :
					   check(request, contract, trace);
	if (log >= 0)
		close(log);
	trace_free(trace);
	free(trace);
	return status;
}

/* qemu and our own tracer look for nothing: they want a path. */
static int find_and_run(struct request *request,
			const struct contract *contract)
{
	char *program = run_find(request->command[0]);
	int status;

	if (!program)
		return refuse(request->command[0], "no such program");
	request->command[0] = program;
	choose_tracer(request);
	status = run(request, contract);
	free(program);
	return status;
}

int premain_contract(char **words)
{
	struct request request = {0};
	struct contract contract = {0};
	int status;

	status = read_options(&request, words);
	if (!status && !request.record)
		status = read_contract(&request, &contract);
	if (!status)
		status = find_and_run(&request, &contract);
	contract_free(&contract);
	return status;
}
