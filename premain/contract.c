/*
 * premain/contract.c
 *
 * premain contract: whether a program makes the system calls that it should.
 */
#include "premain/contract/contract.h"
#include "premain/run/run.h"
#include "premain/subcommands.h"
#include "premain/words/words.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

static void put_wanted(struct text *text, const struct contract *contract,
		       const struct section *section,
		       const struct breach *breach)
{
	const struct clause *clause =
		&contract->clauses[section->first + breach->clause];

	if (breach->clause < section->count)
		text_format(text, "line %zu wants %s", clause->line,
			    clause->text);
	else
		text_put(text, "no more calls are wanted");
}

static int tell_breach(const struct request *request,
		       const struct contract *contract,
		       const struct section *section, size_t process,
		       const struct events *events,
		       const struct breach *breach)
{
	struct text text = {0}, of = {0};

	if (contract->divided)
		text_format(&of, "process %zu: ", process);
	text_format(&text, "%s: %s", request->file, text_string(&of));
	put_wanted(&text, contract, section, breach);
	text_format(&text, "\n%s: %s", run_tracer_name(request->tracer),
		    text_string(&of));
	if (breach->event < events->count) {
		text_format(&text, "event %zu is ", breach->event + 1);
		trace_put_event(&text, events->list[breach->event]);
	} else {
		text_put(&text, "there are no more events");
	}
	text_put(&text, "\n");
	text_free(&of);
	return write_out("contract", NULL, &text) ? 1 : 2;
}

/* Before anything runs: a contract that cannot be read cannot be kept. */
static int read_contract(const struct request *request,
			 struct contract *contract)
{
	int fd = open(request->file, O_RDONLY | O_CLOEXEC);
	struct text why = {0};
	bool read;

	if (fd < 0)
		return refuse(request->file, NULL);
	read = contract_read(contract, fd);
	if (contract->wrong)
		text_format(&why, "line %zu: %s", contract->wrong_line,
			    contract->wrong);
	if (!read)
		refuse(request->file, why.bytes);
	text_free(&why);
	close(fd);
	return read ? 0 : 2;
}

/* The section of a process: its own, or that for all. */
static const struct section *find_section(const struct contract *contract,
					  size_t process)
{
	const struct section *found = NULL;

	for (size_t i = 0; i < contract->section_count; i++) {
		if (contract->sections[i].process == process)
			return &contract->sections[i];
		if (contract->sections[i].process == EVERY_PROCESS)
			found = &contract->sections[i];
	}
	return found;
}

static int check_process(const struct request *request,
			 const struct contract *contract, size_t process,
			 const struct events *events)
{
	const struct section *section = find_section(contract, process);
	struct breach breach;

	if (!section) {
		text_print(1, "%s: no process %zu is wanted\n", request->file,
		       process);
		return 1;
	}
	if (contract_holds(contract, section, events, request->tracer,
			   &breach))
		return 0;
	return tell_breach(request, contract, section, process, events,
			   &breach);
}

/* Each process by itself, where the contract is divided; also one that it
 * wants and that was never there. */
static int check(const struct request *request,
		 const struct contract *contract, const struct trace *trace,
		 const size_t *numbers, size_t processes)
{
	struct events events = {calloc(trace->count + 1, sizeof(void *)), 0};
	int status = 0;

	if (!events.list)
		return refuse(request->file, NULL);
	for (size_t i = 0; i < contract->section_count; i++)
		if (contract->sections[i].process > processes)
			processes = contract->sections[i].process;
	if (!contract->divided)
		processes = 1;
	for (size_t process = 1; process <= processes && !status; process++) {
		events.count = 0;
		for (size_t i = 0; i < trace->count; i++)
			if (!contract->divided || numbers[i] == process)
				events.list[events.count++] =
					&trace->events[i];
		status = check_process(request, contract, process, &events);
	}
	free(events.list);
	return status;
}

static int record(const struct request *request, const struct trace *trace,
		  const size_t *numbers, size_t processes)
{
	struct text text = {0};

	contract_record(&text, trace, numbers, processes);
	return write_out("contract", request->file, &text) ? 0 : 2;
}

static int look_at(const struct request *request,
		   const struct contract *contract, const struct trace *trace)
{
	size_t *numbers, processes = number_processes(trace, &numbers);
	int status;

	if (trace->count == TRACE_EVENTS)
		status = refuse(request->command[0], "makes more than 20000 "
				"calls, and they are not held against it");
	else if (processes == 0)
		status = refuse(request->file, NULL);
	else if (processes > 1 && request->tracer == TRACER_QEMU)
		status = refuse(request->command[0], "starts others, and qemu "
				"writes their lines into each other");
	else if (request->record)
		status = record(request, trace, numbers, processes);
	else
		status = check(request, contract, trace, numbers, processes);
	free(numbers);
	return status;
}

static int run(const struct request *request,
	       const struct contract *contract)
{
	struct trace *trace = calloc(1, sizeof *trace);
	const char *wrong;
	int log = -1, status;

	if (!trace)
		return refuse(request->file, NULL);
	wrong = run_logged(request->tracer, request->command, &log, &status);
	if (wrong) {
		status = refuse(run_tracer_name(request->tracer), wrong);
	} else {
		read_trace(trace, log);
		status = look_at(request, contract, trace);
	}
	if (log >= 0)
		close(log);
	trace_free(trace);
	free(trace);
	return status;
}

/* qemu looks for nothing: it wants a path. */
static int find_and_run(struct request *request,
			const struct contract *contract)
{
	char *program = run_find(request->command[0]);
	int status;

	if (!program) {
		refuse_program("contract", request->command[0]);
		return 2;
	}
	choose_tracer(request);
	if (request->tracer == TRACER_QEMU)
		request->command[0] = program;
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
