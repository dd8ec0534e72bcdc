/*
 * premain/diff.c
 *
 * premain diff: what one trace has that the other has not, and why.
 */
#include "premain/diff/diff.h"
#include "premain/report/report.h"
#include "premain/subcommands.h"
#include "premain/words/words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

struct request {
	const char *names[2];
	bool json;
};

static int refuse(const char *word, const char *what)
{
	return refuse_word("diff", word, what);
}

static int read_options(struct request *request, char **words)
{
	struct value format = {0};
	size_t count = 0;
	int status;

	while (*words) {
		if (is_option(*words)) {
			status = take_option("diff", "--format=text|json\0",
					     &format, &words);
			if (status)
				return status;
		} else {
			request->names[count++ % 2] = *words++;
		}
	}
	request->json = format.number;
	return count == 2 ? 0 : refuse("A B", "two logs are wanted (premain "
				       "diff --help)");
}

static void put_row(struct text *text, const struct diff_row *row)
{
	const struct diff_event *a = row->a, *b = row->b, *only = a ? a : b;

	text_format(text, "%c %4llu %-6s %s\n", row->kind == DIFF_GONE ? '-' :
		    row->kind == DIFF_ADDED ? '+' : '~', only->number,
		    phase_word(only->phase), only->text);
	if (row->kind == DIFF_CHANGED)
		text_format(text, "  %4llu        %s\n", b->number, b->text);
	else if (only->sentence[0])
		text_format(text, "              %s%s\n",
			    only->basis == INFERRED ? "inferred: " : "",
			    only->sentence);
}

/* Of side a or b, as a member of that name. */
static void put_json_event(struct text *text, const char *side,
			   const struct diff_event *event)
{
	text_format(text, ", \"%s\": %s", side, event ? "{" : "null");
	if (event)
		json_put_members(text, "uline\0sevent\0}\0", event->number,
				 event->text);
}

static void put_json(struct text *text, const struct diff_row *row,
		     unsigned long long number, const char *why)
{
	const struct diff_event *only = row->a ? row->a : row->b;
	struct text part = {0};

	put_role(&part, only);
	text_put(text, "{");
	json_put_members(text, "ischema\0skind\0udifference\0", 1,
			 nth_word("same\0changed\0gone\0added", row->kind),
			 number);
	put_json_event(text, "a", row->a);
	put_json_event(text, "b", row->b);
	json_put_members(text, "spart\0ssentence\0sbasis\0sreason\0}\0",
			 part.bytes, only->sentence, basis_word(only->basis),
			 why);
	text_put(text, "\n");
	text->lost = text->lost || part.lost;
	text_free(&part);
}

/* A difference: what only one side has for one reason, or a changed line. */
static void put_difference(struct text *text, const struct pairing *pairing,
			   struct text *reasons, size_t first,
			   unsigned long long number, bool json)
{
	const struct diff_row *one = &pairing->rows[first];
	char *why = reasons[first].bytes;

	if (!json)
		text_format(text, "difference %llu: %s\n", number, why);
	for (size_t i = first; i < pairing->count; i++) {
		const struct diff_row *row = &pairing->rows[i];

		if (i != first &&
		    (row->kind != one->kind || row->kind == DIFF_CHANGED ||
		     strcmp(text_string(&reasons[i]), why) != 0))
			continue;
		if (json)
			put_json(text, row, number, why);
		else
			put_row(text, row);
		if (i != first)
			text_free(&reasons[i]);
	}
	text_free(&reasons[first]);
}

static void put_sums(struct text *text, const struct pairing *pairing)
{
	text_format(text, "%zu lines alike, %zu changed, %zu in A only, %zu "
		    "in B only\n", pairing->kinds[DIFF_SAME],
		    pairing->kinds[DIFF_CHANGED], pairing->kinds[DIFF_GONE],
		    pairing->kinds[DIFF_ADDED]);
	if (pairing->sides[0].cut || pairing->sides[1].cut)
		text_format(text, "What follows event %d of a log was not "
			    "compared.\n", DIFF_EVENTS);
}

static int show(const struct pairing *pairing, bool json)
{
	struct text text = {0};
	int status = pairing->kinds[DIFF_SAME] != pairing->count;
	struct text *reasons = calloc(pairing->count + 1, sizeof *reasons);
	unsigned long long number = 0;

	for (size_t i = 0; reasons && i < pairing->count; i++)
		put_reason(&reasons[i], pairing, &pairing->rows[i]);
	for (size_t i = 0; reasons && i < pairing->count; i++)
		if (reasons[i].length)
			put_difference(&text, pairing, reasons, i, ++number,
				       json);
	text.lost = text.lost || !reasons;
	free(reasons);
	if (!json)
		put_sums(&text, pairing);
	return write_out("diff", NULL, &text) ? status : 2;
}

static int read_side(struct diff_side *side, const char *name)
{
	int fd = strcmp(name, "-") == 0 ? 0 :
		open(name, O_RDONLY | O_CLOEXEC);

	/* It is closed when we end. */
	return fd >= 0 && diff_read(side, fd) == 0 ? 0 :
		refuse(name, strerror(errno));
}

/* Tracers write arguments in other forms: only what all of them tell is held
 * against each other, the names and whether a call fails. */
static void forget_arguments(struct diff_side *side)
{
	for (size_t i = 0; i < side->count; i++)
		side->events[i].key = side->events[i].plain =
			side->events[i].name;
}

static int compare(struct pairing *pairing, const struct request *request)
{
	if (read_side(&pairing->sides[0], request->names[0]) ||
	    read_side(&pairing->sides[1], request->names[1]))
		return 2;
	if (pairing->sides[0].tracer != pairing->sides[1].tracer) {
		refuse(request->names[1], "another tracer's: only names and "
		       "failures are compared");
		forget_arguments(&pairing->sides[0]);
		forget_arguments(&pairing->sides[1]);
	}
	if (!pairing_make(pairing))
		return refuse(request->names[1], errno == EDOM ? "more than "
			      "2000 lines are other: these are not two runs "
			      "of one kind" : strerror(errno));
	return show(pairing, request->json);
}

int premain_diff(char **words)
{
	struct request request = {0};
	struct pairing pairing = {.names = {"A", "B"}};
	int status;

	status = read_options(&request, words);
	if (status)
		return status;
	status = compare(&pairing, &request);
	pairing_free(&pairing);
	return status;
}
