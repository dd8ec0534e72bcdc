/*
 * premain/diff.c
 *
 * premain diff: what one trace has that the other has not, and why.
 */
#include "premain/diff/diff.h"
#include "premain/report/report.h"
#include "premain/subcommands.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char help[] =
"usage: premain diff [--format=F] A B\n"
"\n"
"  --format=F     text or json\n"
"\n"
"A and B are logs of strace or qemu. Their calls are paired by what they do:\n"
"addresses, process numbers and random bytes are each run's own. A line of\n"
"one log only (- or +) has its reason; a pair that is not alike (~) what is\n"
"other in it. The status is 0 where there is no difference, 1 where there is\n"
"one, 2 in trouble.\n";

struct request {
	const char *names[2];
	bool json;
};

struct pairing {
	struct diff_side sides[2];
	size_t *partners[2];
	size_t same, changed, alone[2];
};

static int refuse(const char *word, const char *what)
{
	return refuse_word("diff", word, what);
}

static int read_options(struct request *request, char **words)
{
	size_t count = 0;

	for (; *words; words++) {
		if (strncmp(*words, "--format=", 9) == 0) {
			request->json = strcmp(*words + 9, "json") == 0;
			if (!request->json && strcmp(*words + 9, "text") != 0)
				return refuse(*words, "no such format");
		} else if (**words == '-' && (*words)[1]) {
			return refuse(*words, "no such option (premain diff "
				      "--help)");
		} else if (count < 2) {
			request->names[count++] = *words;
		} else {
			return refuse(*words, "two logs, not more");
		}
	}
	return count == 2 ? 0 : refuse("A B", "two logs are wanted (premain "
				       "diff --help)");
}

static bool same_text(const char *one, const char *other)
{
	return strcmp(one, other) == 0;
}

/* A call that one log has and, elsewhere, the other one too. */
static bool is_moved(const struct pairing *pairing, size_t side, size_t event)
{
	const struct diff_side *other = &pairing->sides[!side];
	const char *key = pairing->sides[side].events[event].key;

	for (size_t i = 0; i < other->count; i++)
		if (pairing->partners[!side][i] == DIFF_ALONE &&
		    same_text(other->events[i].key, key))
			return true;
	return false;
}

/* Where two keys begin to differ: in which argument, or in the result. */
static void put_changed(struct text *text, const struct diff_event *a,
			const struct diff_event *b)
{
	size_t at = 0, argument = 1, depth = 0;
	const char *result = strstr(a->key, ") = ");
	bool quoted = false;

	if (a->failed != b->failed) {
		text_put(text, a->failed ? "it fails in A only" :
					   "it fails in B only");
		return;
	}
	for (; a->key[at] && a->key[at] == b->key[at]; at++) {
		if (a->key[at] == '"' && a->key[at - 1] != '\\')
			quoted = !quoted;
		if (quoted)
			continue;
		depth += strchr("([{", a->key[at]) != NULL;
		depth -= depth && strchr(")]}", a->key[at]) != NULL;
		argument += a->key[at] == ',' && depth == 1;
	}
	if (result && a->key + at > result)
		text_put(text, "another result");
	else if (quoted || a->key[at] == '"')
		text_format(text, "argument %zu: another path or other bytes",
			    argument);
	else
		text_format(text, "argument %zu: other flags, or another "
			    "number", argument);
}

static void put_reason(struct text *text, const struct pairing *pairing,
		       size_t side, size_t event)
{
	const struct diff_event *it = &pairing->sides[side].events[event];

	if (is_moved(pairing, side, event))
		text_put(text, "in another place there: another order");
	else if (it->sentence[0])
		text_put(text, it->sentence);
	else
		text_put(text, "what for is not known here");
}

static void put_alone(struct text *text, const struct pairing *pairing,
		      size_t side, size_t event)
{
	const struct diff_event *it = &pairing->sides[side].events[event];

	text_format(text, "%c %4llu %-6s %s\n              ", side ? '+' : '-',
		    it->number, phase_word(it->phase), it->text);
	put_reason(text, pairing, side, event);
	text_put(text, "\n");
}

static void put_pair(struct text *text, const struct diff_event *a,
		     const struct diff_event *b)
{
	text_format(text, "~ %4llu %-6s %s\n  %4llu        %s\n"
		    "              ", a->number, phase_word(a->phase), a->text,
		    b->number, b->text);
	put_changed(text, a, b);
	text_put(text, "\n");
}

static void put_json_event(struct text *text, const char *kind,
			   const struct diff_event *a,
			   const struct diff_event *b, const struct text *why)
{
	const struct diff_event *events[] = {a, b};

	text_format(text, "{\"kind\": \"%s\"", kind);
	for (size_t i = 0; i < 2; i++) {
		text_format(text, ", \"%c\": ", i ? 'b' : 'a');
		if (!events[i]) {
			text_put(text, "null");
			continue;
		}
		text_format(text, "{\"line\": %llu, \"event\": ",
			    events[i]->number);
		json_put_string(text, events[i]->text,
				strlen(events[i]->text));
		text_put(text, "}");
	}
	text_put(text, ", \"reason\": ");
	json_put_string(text, text_string(why), why->length);
	text_put(text, "}\n");
}

static void put_one(struct text *text, const struct pairing *pairing,
		    size_t side, size_t event, bool json)
{
	const struct diff_event *it = &pairing->sides[side].events[event];
	struct text why = {0};

	if (!json) {
		put_alone(text, pairing, side, event);
		return;
	}
	put_reason(&why, pairing, side, event);
	put_json_event(text, side ? "added" : "gone", side ? NULL : it,
		       side ? it : NULL, &why);
	text_free(&why);
}

static void put_two(struct text *text, const struct diff_event *a,
		    const struct diff_event *b, bool json)
{
	struct text why = {0};

	if (!json) {
		put_pair(text, a, b);
		return;
	}
	put_changed(&why, a, b);
	put_json_event(text, "changed", a, b, &why);
	text_free(&why);
}

/* Both logs in step: what is alone comes where it stands. */
static void put_all(struct text *text, struct pairing *pairing, bool json)
{
	const struct diff_side *a = &pairing->sides[0], *b = &pairing->sides[1];
	size_t x = 0, y = 0;

	while (x < a->count || y < b->count) {
		if (x < a->count && pairing->partners[0][x] == DIFF_ALONE) {
			put_one(text, pairing, 0, x++, json);
			pairing->alone[0]++;
		} else if (y < b->count &&
			   pairing->partners[1][y] == DIFF_ALONE) {
			put_one(text, pairing, 1, y++, json);
			pairing->alone[1]++;
		} else {
			if (same_text(a->events[x].key, b->events[y].key)) {
				pairing->same++;
			} else {
				put_two(text, &a->events[x], &b->events[y],
					json);
				pairing->changed++;
			}
			x++;
			y++;
		}
	}
}

static int show(struct pairing *pairing, const struct request *request)
{
	struct text text = {0};
	int status;

	put_all(&text, pairing, request->json);
	if (!request->json) {
		text_format(&text, "%zu lines alike, %zu changed, %zu in A "
			    "only, %zu in B only\n", pairing->same,
			    pairing->changed, pairing->alone[0],
			    pairing->alone[1]);
		if (pairing->sides[0].cut || pairing->sides[1].cut)
			text_format(&text, "What follows event %d of a log "
				    "was not compared.\n", DIFF_EVENTS);
	}
	status = pairing->changed || pairing->alone[0] || pairing->alone[1];
	if (text_write(1, &text) != 0)
		status = refuse("standard output", strerror(errno));
	text_free(&text);
	return status;
}

static int read_side(struct diff_side *side, const char *name)
{
	int fd = strcmp(name, "-") == 0 ? 0 :
		open(name, O_RDONLY | O_CLOEXEC);
	int status;

	if (fd < 0)
		return refuse(name, strerror(errno));
	status = diff_read(side, fd);
	if (status)
		refuse(name, strerror(errno));
	if (fd)
		close(fd);
	return status ? 2 : 0;
}

static int compare(struct pairing *pairing, const struct request *request)
{
	for (size_t i = 0; i < 2; i++) {
		if (read_side(&pairing->sides[i], request->names[i]))
			return 2;
		pairing->partners[i] = calloc(pairing->sides[i].count + 1,
					      sizeof(size_t));
		if (!pairing->partners[i])
			return refuse(request->names[i], strerror(errno));
	}
	if (!diff_align(&pairing->sides[0], &pairing->sides[1],
			pairing->partners[0], pairing->partners[1]))
		return refuse(request->names[1], "more than 2000 lines are "
			      "other: these are not two runs of one kind");
	return show(pairing, request);
}

int premain_diff(char **words)
{
	struct request request = {0};
	struct pairing pairing = {0};
	int status;

	if (*words && (strcmp(*words, "--help") == 0 ||
		       strcmp(*words, "-h") == 0))
		return fputs(help, stdout) < 0;
	status = read_options(&request, words);
	if (status)
		return status;
	status = compare(&pairing, &request);
	for (size_t i = 0; i < 2; i++) {
		diff_free(&pairing.sides[i]);
		free(pairing.partners[i]);
	}
	return status;
}
