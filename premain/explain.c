/*
 * premain/explain.c
 *
 * premain explain: each line of a trace with its phase and a sentence, or
 * answers to questions, from the log alone.
 */
#include "premain/explain/explain.h"
#include "premain/explain/questions.h"
#include "premain/explain/show.h"
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

struct reader {
	struct explainer explainer;
	struct show show;
	struct answers *answers;	/* NULL: each line is shown */
};

static int refuse(const char *word, const char *what)
{
	return refuse_word("explain", word, what);
}

static void take_explanation(void *to, const struct trace_line *line,
			     unsigned long long number,
			     const struct explanation *explanation)
{
	struct reader *reader = to;

	if (reader->answers)
		answers_take(reader->answers, line, number, explanation);
	else
		show_line(&reader->show, line, number, explanation);
}

static void take_line(void *to, const struct trace_line *line,
		      unsigned long long number)
{
	explainer_feed(&((struct reader *)to)->explainer, line, number);
}

/* What is ready is written: an endless log takes no more memory. */
static int flush(struct reader *reader)
{
	struct text *out = &reader->show.out;
	int status = out->length ? text_write(1, out) : 0;

	if (out->lost)
		status = refuse("the log", strerror(ENOMEM));
	else if (status != 0)
		status = refuse("standard output", strerror(errno));
	out->length = 0;
	return status;
}

static void put_answers(struct reader *reader)
{
	struct show *show = &reader->show;
	struct text answer = {0};

	for (unsigned int i = 1; i <= QUESTIONS; i++) {
		const char *at, *end;

		if (!reader->answers->wanted[i])
			continue;
		answer.length = 0;
		answer_put(&answer, reader->answers, i);
		if (show->format == SHOW_JSON) {
			text_format(&show->out, "{\"schema\": 1, \"question\": "
				    "%u, \"answer\": ", i);
			json_put_string(&show->out, text_string(&answer),
					answer.length);
			text_put(&show->out, "}\n");
			continue;
		}
		text_put(&show->out, show->out.length ? "\n" : "");
		at = text_string(&answer);
		if (show->format == SHOW_MARKDOWN) {
			end = strchr(at, '\n');
			text_format(&show->out, "## %.*s\n\n```\n",
				    (int)(end - at), at);
			at = end + 1;
		}
		for (; (end = strchr(at, '\n')); at = end + 1) {
			show_folded(show, at, (size_t)(end - at), 0,
				    strspn(at, " ") + 2);
			text_put(&show->out, "\n");
		}
		if (show->format == SHOW_MARKDOWN)
			text_put(&show->out, "```\n");
	}
	text_free(&answer);
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
	if (status == 0) {
		if (reader->answers)
			put_answers(reader);
		else
			show_end(&reader->show);
		status = flush(reader);
	}
	trace_free(trace);
	free(trace);
	return status;
}

/* Under strace, or where it is not, our own tracer. */
static const char *trace(char **command, int *log)
{
	char *strace = run_find("strace");
	int status;

	free(strace);
	if (!strace)
		refuse("strace", "not installed: premain trace is used, which "
		       "shows no strings");
	return run_logged(strace ? TRACER_STRACE : TRACER_OWN, command, log,
			  &status);
}

/* The program runs to its end first. What it writes goes beside the report. */
static int run_and_read(struct reader *reader, char **command)
{
	char *program = run_find(command[0]);
	const char *wrong;
	int log, status, output;

	if (!program)
		return refuse_program("explain", command[0]);
	output = fcntl(1, F_DUPFD_CLOEXEC, 3);
	dup2(2, 1);
	wrong = trace(command, &log);
	dup2(output, 1);
	close(output);
	free(program);
	if (wrong)
		return refuse("tracer", wrong) - 1;
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

/* A terminal has colours and a width; nothing else is folded unasked. */
static void look(struct show *show, uint64_t color, uint64_t width)
{
	const char *no_color = getenv("NO_COLOR");
	struct terminal terminal;
	bool is_terminal = isatty(1);

	terminal_look(&terminal);
	if (show->format == SHOW_TEXT && (is_terminal || getenv("COLUMNS")))
		show->width = terminal.width;
	if (width)
		show->width = width;
	show->color = color == 1 ||
		(color == 0 && is_terminal && !(no_color && *no_color));
}

static int put_questions(void)
{
	char asks[PLAIN_WORDS];

	for (unsigned int i = 1; i <= QUESTIONS; i++) {
		plain_words(asks, question_asks(i));
		text_print(1, "%2u  %s\n", i, asks);
	}
	return 0;
}

/* Takes the options in front; 0, or a status with its line said. */
static int take_options(struct reader *reader, char ***words)
{
	static const char takes[] = "--format=text|markdown|json\0"
		"--color=auto|always|never\0--width=40..10000\0"
		"--question=WORD\0";
	enum { FORMAT, COLOR, WIDTH, QUESTION };
	static struct answers answers;
	struct value values[4] = {{0}};

	while (**words && is_option(**words)) {
		if (take_option("explain", takes, values, words) != 0)
			return 2;
		if (!values[QUESTION].word)
			continue;
		reader->answers = &answers;
		if (!answers_want(&answers, values[QUESTION].word))
			return refuse(values[QUESTION].word, "is no question: "
				      "1 to 15, or all");
		values[QUESTION].word = NULL;
	}
	reader->show.format = values[FORMAT].number;
	look(&reader->show, values[COLOR].number, values[WIDTH].number);
	return 0;
}

int premain_explain(char **words)
{
	struct reader reader = {0};
	int status;

	if (*words && strcmp(*words, "--questions") == 0)
		return put_questions();
	status = take_options(&reader, &words);
	if (status != 0)
		return status;
	if (*words && strcmp(*words, "--") == 0 && words[1])
		status = run_and_read(&reader, words + 1);
	else if (*words && words[1])
		status = refuse(words[1], "one log at a time");
	else
		status = read_file(&reader, *words ? *words : "-");
	explainer_free(&reader.explainer);
	if (reader.answers)
		answers_free(reader.answers);
	text_free(&reader.show.out);
	text_free(&reader.show.event);
	return status;
}
