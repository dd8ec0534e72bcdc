/*
 * premain/cost.c
 *
 * premain cost: every byte of a file, in the file and in memory, has an owner;
 * so have the files that a program is shipped with, and what it has of the
 * memory when it ends.
 */
#include "premain/cost/cost.h"
#include "premain/cost/run.h"
#include "premain/run/run.h"
#include "premain/subcommands.h"
#include "premain/words/words.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct request {
	const char *file, *against, *output;
	char **command;			/* NULL: a file is looked at */
	enum cost_format format;
	unsigned int timeout;		/* seconds; 0: none */
	bool symbols, shipping, pages;
};

static int refuse(const char *word, const char *what)
{
	return refuse_word("cost", word, what);
}

/* What belongs to a file does not belong to a run, nor two of one kind. */
static int check(const struct request *request)
{
	const char *odd = request->command ?
		request->symbols ? "--symbols" :
		request->shipping ? "--shipping" : request->file :
		request->pages ? "--pages" :
		request->timeout ? "--timeout" :
		request->shipping && request->symbols ? "--symbols" : NULL;

	if (odd)
		return refuse(odd, "does not go with the rest (premain cost "
			      "--help)");
	if (!request->command && !request->file)
		return refuse("FILE", "is missing (premain cost --help)");
	return 0;
}

/* Options and FILE, in any order, up to -- or the end. */
static int read_words(struct request *request, char ***words)
{
	enum {AGAINST, FORMAT, OUTPUT, PAGES, SHIPPING, SYMBOLS, TIMEOUT, ALL};
	static const char takes[] =
		"--against=OTHER\0" "--format=table|markdown|csv|json\0"
		"-o=REPORT\0" "--pages\0" "--shipping\0" "--symbols\0"
		"--timeout=1..86400\0";
	struct value values[ALL] = {0};
	int status = 0;

	while (!status && **words && strcmp(**words, "--") != 0) {
		if (is_option(**words))
			status = take_option("cost", takes, values, words);
		else if (request->file)
			status = refuse(**words, "one file at a time; another "
					"goes behind --against=");
		else
			request->file = *(*words)++;
	}
	request->against = values[AGAINST].word;
	request->format = (enum cost_format)values[FORMAT].number;
	request->output = values[OUTPUT].word;
	request->pages = values[PAGES].number;
	request->shipping = values[SHIPPING].number;
	request->symbols = values[SYMBOLS].number;
	request->timeout = (unsigned int)values[TIMEOUT].number;
	return status;
}

static int read_options(struct request *request, char **words)
{
	int status = read_words(request, &words);

	if (status)
		return status;
	if (*words && !words[1])
		return refuse("PROGRAM", "is missing (premain cost --help)");
	request->command = *words ? words + 1 : NULL;
	return check(request);
}

static int read_shipping(const char *path, struct ledger *ledger)
{
	struct text why = {0};
	int status = 0;

	run_catch_signals();
	if (!cost_shipping(path, ledger, &why))
		status = refuse(path, text_string(&why)) - 1;
	run_release_signals();
	text_free(&why);
	return status;
}

static int read_file(const struct request *request, const char *path,
		     struct ledger *ledger)
{
	const char *wrong;
	int fd;

	if (request->shipping)
		return read_shipping(path, ledger);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return refuse(path, NULL) - 1;
	wrong = cost_read(fd, ledger, request->symbols);
	close(fd);
	return wrong ? refuse(path, wrong) - 1 : 0;
}

static int show(const struct request *request, struct ledger *ledger,
		struct ledger *other, const struct sheet *sheet,
		const char *before, const char *after)
{
	bool lines = request->format == AS_TABLE ||
		     request->format == AS_MARKDOWN;
	struct text text = {0};

	if (sheet->against)
		ledger_join(ledger, other);
	if (lines)
		text_put(&text, before);
	cost_show(&text, ledger, sheet, request->format);
	if (lines)
		text_put(&text, after);
	text.lost = text.lost || ledger->lost;
	return write_out("cost", request->output, &text) ? 0 : 1;
}

static int look_at_file(const struct request *request, struct ledger *ledger,
			struct ledger *other)
{
	struct sheet sheet = {
		.figures = request->shipping ? "bytes\0stripped" :
					       "file\0memory",
		.count = 2,
		.shares = true, .kind = "sfile\0sagainst\0",
		.subject = request->file, .against = request->against};
	int status = read_file(request, request->file, ledger);

	if (!status && request->against)
		status = read_file(request, request->against, other);
	if (!status && !request->shipping)
		text_format(&sheet.members, ",\n \"bytes\": %llu",
			    ledger->size);
	if (!status)
		status = show(request, ledger, other, &sheet, "", "");
	text_free(&sheet.members);
	return status;
}

/* A program with the command's arguments. */
static int run_one(const struct request *request, char *name,
		   struct cost_run *run, struct ledger *ledger)
{
	char *program = run_find(name), *first = request->command[0];
	const char *wrong;

	if (!program)
		return refuse_program("cost", name);
	request->command[0] = name;
	run->pages = request->pages;
	wrong = cost_run(run, program, request->command, request->timeout);
	request->command[0] = first;
	free(program);
	if (wrong)
		return refuse(name, wrong) - 1;
	cost_run_add(run, ledger);
	return 0;
}

/* The status is the program's; 124 where its time was over. */
static int show_run(const struct request *request, struct ledger *ledger,
		    struct ledger *others, const struct cost_run *run,
		    const struct cost_run *other)
{
	static const char figures[] = "size_kb\0resident_kb\0pss_kb\0"
		"shared_clean_kb\0shared_dirty_kb\0"
		"private_clean_kb\0private_dirty_kb";
	struct sheet sheet = {.figures = figures, .count = RUN_FIGURES,
		.kind = "sprogram\0sagainst\0", .subject = request->command[0],
		.against = request->against};
	struct text before = {0}, after = {0};
	int status;

	put_run(&before, request->command[0], run, request->against, other);
	put_run_json(&sheet.members, run, other);
	if (request->pages)
		put_run_pages(&after, run);
	status = show(request, ledger, others, &sheet, text_string(&before),
		      text_string(&after));
	text_free(&before);
	text_free(&after);
	text_free(&sheet.members);
	if (status)
		return status;
	return run->timed_out ? 124 : run_exit_status(run->status);
}

static int look_at_run(const struct request *request, struct ledger *ledger,
		       struct ledger *others)
{
	struct cost_run run = {0}, other = {0};
	int status = run_one(request, request->command[0], &run, ledger);

	if (!status && request->against)
		status = run_one(request, (char *)request->against,
				 &other, others);
	if (!status)
		status = show_run(request, ledger, others, &run,
				  request->against ? &other : NULL);
	cost_run_free(&run);
	cost_run_free(&other);
	return status;
}

int premain_cost(char **words)
{
	struct request request = {0};
	struct ledger ledger = {0}, other = {0};
	int status;

	status = read_options(&request, words);
	if (!status)
		status = request.command ?
			look_at_run(&request, &ledger, &other) :
			look_at_file(&request, &ledger, &other);
	ledger_free(&ledger);
	ledger_free(&other);
	return status;
}
