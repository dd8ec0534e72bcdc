/*
 * premain/explain.c
 *
 * premain explain: each line of a trace with its phase and a sentence.
 */
#include "premain/explain/explain.h"
#include "premain/report/report.h"
#include "premain/run/run.h"
#include "premain/subcommands.h"
#include "premain/words/words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char premain_explain_help[] =
"usage: premain explain [--format=F] [FILE | -]\n"
"       premain explain [--format=F] -- PROGRAM [ARGUMENT...]\n"
"\n"
"  --format=F     text or json (an object a line)\n"
"\n"
"Reads what strace or qemu has written, in FILE or from standard input, or\n"
"runs PROGRAM under strace. Each line gets the phase that it belongs to and a\n"
"sentence: one that the line itself shows, one that follows from the lines\n"
"before it (inferred), or one that says what is not known.\n";

struct reader {
	struct explainer explainer;
	struct text out;
	bool json;
	unsigned long long explained, lines;
};

static int refuse(const char *word, const char *what)
{
	return refuse_word("explain", word, what);
}

static void put_event(struct text *text, const struct trace_line *line)
{
	if (line->pid)
		text_format(text, "%u ", line->pid);
	trace_put_line(text, line);
}

static void put_text(struct reader *reader, const struct trace_line *line,
		     unsigned long long number,
		     const struct explanation *explanation)
{
	struct text *out = &reader->out;

	text_format(out, "%4llu %-6s ", number,
		    phase_word(explanation->phase));
	put_event(out, line);
	text_put(out, "\n            ");
	if (!explanation->sentence.length)
		text_put(out, "? this line is not known here");
	else if (explanation->basis != OBSERVED)
		text_format(out, "%s: ", basis_word(explanation->basis));
	text_put_visible(out, text_string(&explanation->sentence),
			 explanation->sentence.length);
	text_put(out, "\n");
}

static void put_json(struct reader *reader, const struct trace_line *line,
		     unsigned long long number,
		     const struct explanation *explanation)
{
	struct text *out = &reader->out, event = {0};

	put_event(&event, line);
	text_format(out, "{\"line\": %llu, \"pid\": %u, \"phase\": \"%s\", "
		    "\"basis\": \"%s\", \"event\": ", number, line->pid,
		    phase_word(explanation->phase),
		    basis_word(explanation->basis));
	json_put_string(out, text_string(&event), event.length);
	text_put(out, ", \"sentence\": ");
	json_put_string(out, text_string(&explanation->sentence),
			explanation->sentence.length);
	text_put(out, "}\n");
	text_free(&event);
}

/* What is ready is written: an endless log takes no more memory. */
static void take_explanation(void *to, const struct trace_line *line,
			     unsigned long long number,
			     const struct explanation *explanation)
{
	struct reader *reader = to;

	reader->lines++;
	reader->explained += explanation->sentence.length != 0;
	if (reader->json)
		put_json(reader, line, number, explanation);
	else
		put_text(reader, line, number, explanation);
}

static void take_line(void *to, const struct trace_line *line,
		      unsigned long long number)
{
	explainer_feed(&((struct reader *)to)->explainer, line, number);
}

static int flush(struct reader *reader)
{
	int status = text_write(1, &reader->out);

	text_free(&reader->out);
	return status == 0 ? 0 : refuse("standard output", strerror(errno));
}

static int read_log(struct reader *reader, int fd, const char *name)
{
	struct trace *trace = calloc(1, sizeof *trace);
	ssize_t length;
	int status;

	if (!trace)
		return refuse(name, strerror(errno));
	trace->taker = (struct trace_taker){take_line, reader};
	reader->explainer.trace = trace;
	reader->explainer.taker = (struct explanation_taker){
		take_explanation, reader
	};
	do {
		length = trace_read(trace, fd);
		if (length <= 0)
			explainer_end(&reader->explainer);
		status = length < 0 ? refuse(name, strerror(errno)) - 1 :
				      flush(reader);
	} while (length > 0 && status == 0);
	if (status == 0 && !reader->json)
		printf("\n%llu lines, %llu explained\n", trace->lines,
		       reader->explained);
	trace_free(trace);
	free(trace);
	return status;
}

/* The program runs to its end first. */
static int run_and_read(struct reader *reader, char **command)
{
	char *program = run_find(command[0]);
	const char *wrong;
	int log, status;

	free(program);
	if (!program)
		return refuse(command[0], "no such program") - 1;
	wrong = run_logged(TRACER_STRACE, command, &log, &status);
	if (wrong)
		return refuse("strace", wrong) - 1;
	status = read_log(reader, log, "the log");
	close(log);
	return status;
}

static int read_file(struct reader *reader, const char *name)
{
	int fd = strcmp(name, "-") == 0 ? 0 :
		open(name, O_RDONLY | O_CLOEXEC);
	int status;

	if (fd < 0)
		return refuse(name, strerror(errno)) - 1;
	status = read_log(reader, fd, name);
	if (fd)
		close(fd);
	return status;
}

int premain_explain(char **words)
{
	struct reader reader = {0};
	struct value format = {0};
	int status;

	while (*words && is_option(*words))
		if (take_option("explain", "--format=text|json\0", &format,
				&words) != 0)
			return 2;
	reader.json = format.number;
	if (*words && strcmp(*words, "--") == 0 && words[1])
		status = run_and_read(&reader, words + 1);
	else if (*words && words[1])
		status = refuse(words[1], "one log at a time");
	else
		status = read_file(&reader, *words ? *words : "-");
	explainer_free(&reader.explainer);
	return status;
}
