/*
 * premain/where.c
 *
 * premain where: which object owns an address at a line of a trace.
 */
#include "premain/explain/explain.h"
#include "premain/subcommands.h"
#include "premain/words/words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct question {
	struct explainer explainer;
	unsigned long long last;	/* line; what follows is not read */
};

static int refuse(const char *word, const char *what)
{
	return refuse_word("where", word, what);
}

static void take_line(void *to, const struct trace_line *line,
		      unsigned long long number)
{
	struct question *question = to;
	struct explanation explanation;

	if (number > question->last)
		return;
	explain_line(&question->explainer, line, number, &explanation);
	text_free(&explanation.sentence);
}

/* "LOG:17" is line 17 of LOG, unless there is a file of that name. */
static int open_log(char *name, unsigned long long *line)
{
	char *colon = strrchr(name, ':'), *end;
	int fd = strcmp(name, "-") == 0 ? 0 : open(name, O_RDONLY | O_CLOEXEC);

	*line = ~0ULL;
	if (fd >= 0 || !colon || colon[1] < '0' || colon[1] > '9')
		return fd;
	*line = strtoull(colon + 1, &end, 10);
	if (*end)
		return -1;
	*colon = '\0';
	return strcmp(name, "-") == 0 ? 0 : open(name, O_RDONLY | O_CLOEXEC);
}

static int answer(struct question *question, uint64_t address)
{
	struct text text = {0};

	for (size_t i = 0; question->explainer.processes && i < PROCESSES; i++)
		if (question->explainer.processes[i].seen)
			put_owner(&text, &question->explainer.processes[i],
				  address);
	if (!text.length)
		text_put(&text, "the log has no line\n");
	return write_out("where", NULL, &text) ? 0 : 2;
}

static int read_log(struct question *question, int fd, const char *name)
{
	struct trace *trace = calloc(1, sizeof *trace);
	ssize_t length = 1;
	int status = 0;

	if (!trace)
		return refuse(name, strerror(errno));
	trace->taker = (struct trace_taker){take_line, question};
	question->explainer.trace = trace;
	while (trace->lines < question->last && length > 0)
		length = trace_read(trace, fd);
	trace_end(trace);	/* it may have stopped before the log's end */
	if (length < 0)
		status = refuse(name, strerror(errno));
	else if (question->last != ~0ULL && trace->lines < question->last)
		status = refuse(name, "has fewer lines");
	trace_free(trace);
	free(trace);
	return status;
}

int premain_where(char **words)
{
	struct question question = {0};
	uint64_t address;
	char *end;
	int fd, status;

	if (!words[0] || !words[1] || words[2])
		return refuse("ADDRESS LOG", "are wanted (premain where "
			      "--help)");
	errno = 0;
	address = strtoull(words[0], &end, 16);
	if (end == words[0] || *end || errno)
		return refuse(words[0], "is no hexadecimal number of 64 bits");
	fd = open_log(words[1], &question.last);
	if (fd < 0)
		return refuse(words[1], strerror(errno));
	status = read_log(&question, fd, words[1]);
	if (status == 0)
		status = answer(&question, address);
	if (fd)
		close(fd);
	explainer_free(&question.explainer);
	return status;
}
