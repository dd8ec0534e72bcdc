/*
 * premain/explain/show.c
 *
 * A line of a log and its explanation, in one of three formats.
 */
#include "premain/explain/show.h"
#include "premain/report/report.h"

#include <string.h>

enum { INDENT = 12, SCHEMA = 1 };

void show_folded(struct show *show, const char *bytes, size_t length,
		 size_t used, size_t indent)
{
	size_t width = show->width;

	while (width && used + length > width) {
		size_t room = width > used + 1 ? width - used : 1, cut = room;

		while (cut && bytes[cut] != ' ')
			cut--;
		if (cut == 0)
			cut = room < length ? room : length;
		text_add(&show->out, bytes, cut);
		bytes += cut;
		length -= cut;
		for (; length && *bytes == ' '; length--)
			bytes++;
		if (!length)
			return;
		text_put(&show->out, "\n");
		text_fill(&show->out, ' ', indent);
		used = indent;
	}
	text_add(&show->out, bytes, length);
}

static void put_colored(struct show *show, const char *color,
			const char *words)
{
	if (show->color)
		text_format(&show->out, "\033[%sm%s\033[0m", color, words);
	else
		text_put(&show->out, words);
}

/* The mark of a sentence, and how wide it is. */
static size_t put_mark(struct show *show,
		       const struct explanation *explanation)
{
	if (!explanation->sentence.length) {
		put_colored(show, "33", "? ");
		return 2;
	}
	if (explanation->basis == OBSERVED)
		return 0;
	put_colored(show, explanation->basis == INFERRED ? "36" : "33",
		    explanation->basis == INFERRED ? "inferred: " :
						     "unknown: ");
	return strlen(basis_word(explanation->basis)) + 2;
}

static const struct text *sentence_of(const struct explanation *explanation)
{
	static const char words[] = "this line is not known here";
	static const struct text not_known = {
		(char *)(uintptr_t)words, sizeof words - 1, 0, false
	};

	return explanation->sentence.length ? &explanation->sentence :
					      &not_known;
}

static void put_visible(struct show *show, const struct text *text,
			size_t used)
{
	show->event.length = 0;
	text_put_visible(&show->event, text_string(text), text->length);
	show_folded(show, text_string(&show->event), show->event.length, used,
		    INDENT);
}

static void show_text(struct show *show, unsigned long long number,
		      const struct explanation *explanation)
{
	struct text *out = &show->out;
	size_t used = out->length;
	char phase[16];

	text_format(out, "%4llu ", number);
	used = out->length - used + 7;
	strlcpy(phase, phase_word(explanation->phase), sizeof phase);
	put_colored(show, "1", phase);
	text_add(out, "       ", 7 - strlen(phase));
	show_folded(show, text_string(&show->event), show->event.length, used,
		    INDENT);
	text_put(out, "\n            ");
	used = INDENT + put_mark(show, explanation);
	put_visible(show, sentence_of(explanation), used);
	text_put(out, "\n");
}

static void show_markdown(struct show *show, unsigned long long number,
			  const struct explanation *explanation)
{
	struct text *out = &show->out;
	const struct text *sentence = sentence_of(explanation);

	if (show->lines == 1)
		text_put(out, "| line | phase | event | what it does | known "
			 "by |\n| ---: | --- | --- | --- | --- |\n");
	text_format(out, "| %llu | %s | ", number,
		    phase_word(explanation->phase));
	markdown_put(out, text_string(&show->event), show->event.length);
	text_put(out, " | ");
	markdown_put(out, text_string(sentence), sentence->length);
	text_format(out, " | %s |\n", basis_word(explanation->basis));
}

static void show_json(struct show *show, const struct trace_line *line,
		      unsigned long long number,
		      const struct explanation *explanation)
{
	struct text *out = &show->out;

	text_format(out, "{\"schema\": %d, \"line\": %llu, \"pid\": %u, "
		    "\"phase\": \"%s\", \"basis\": \"%s\", \"event\": ",
		    SCHEMA, number, line->pid,
		    phase_word(explanation->phase),
		    basis_word(explanation->basis));
	json_put_string(out, text_string(&show->event), show->event.length);
	text_put(out, ", \"sentence\": ");
	json_put_string(out, text_string(&explanation->sentence),
			explanation->sentence.length);
	text_put(out, "}\n");
}

static void count(struct show *show, const struct trace_line *line,
		  unsigned long long number,
		  const struct explanation *explanation)
{
	size_t length = line->name.length;

	show->lines++;
	if (line->kind == TRACE_UNKNOWN)
		show->not_parsed++;
	else
		show->known[explanation->basis]++;
	if (explanation->sentence.length || line->kind != TRACE_CALL ||
	    show->name_count == SHOWN_NAMES || length >= TRACE_NAME)
		return;
	for (size_t i = 0; i < show->name_count; i++)
		if (span_is(line->name, show->names[i].name))
			return;
	memcpy(show->names[show->name_count].name, line->name.at, length);
	show->names[show->name_count].name[length] = '\0';
	show->names[show->name_count++].line = number;
}

void show_line(struct show *show, const struct trace_line *line,
	       unsigned long long number,
	       const struct explanation *explanation)
{
	count(show, line, number, explanation);
	show->event.length = 0;
	if (line->pid)
		text_format(&show->event, "%u ", line->pid);
	trace_put_line(&show->event, line);
	if (show->format == SHOW_JSON)
		show_json(show, line, number, explanation);
	else if (show->format == SHOW_MARKDOWN)
		show_markdown(show, number, explanation);
	else
		show_text(show, number, explanation);
}

void show_end(struct show *show)
{
	struct text line = {0};

	if (show->format != SHOW_TEXT)
		return;
	text_format(&line, "%llu lines: %llu observed, %llu inferred, %llu "
		    "unknown", show->lines, show->known[OBSERVED],
		    show->known[INFERRED], show->known[NOT_KNOWN]);
	if (show->not_parsed)
		text_format(&line, ", %llu not parsed", show->not_parsed);
	for (size_t i = 0; i < show->name_count; i++)
		text_format(&line, "%s %s (line %llu)", i ? "," :
			    "; calls not known:", show->names[i].name,
			    show->names[i].line);
	text_put(&show->out, "\n");
	show_folded(show, text_string(&line), line.length, 0, 2);
	text_put(&show->out, "\n");
	text_free(&line);
}
