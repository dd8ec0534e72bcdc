/*
 * premain/explain/questions.c
 *
 * What is asked, and what the lines that belong to it tell.
 */
#include "premain/explain/questions.h"

#include <stdlib.h>
#include <string.h>

/* Of each what is asked; what to say where the log has no such line; and what
 * a log cannot tell at all, and who can. */
enum { ASKS, NONE, MORE, PARTS };
static const char questions[] =
	"Why prlimit64?\0\0\0"
	"Why locale files, and gconv-modules.cache?\0"
		"This log opens none: no program here calls setlocale for a "
		"language that lies in files.\0"
		"Which function opens them: premain steps --calls.\0"
	"Why rt_sigaction?\0\0\0"
	"Why arch_prctl?\0\0\0"
	"Why set_tid_address, set_robust_list, rseq?\0\0\0"
	"Why is no folder of LD_LIBRARY_PATH searched?\0"
		"No library is looked for in this log.\0"
		"Where each would be found: premain ldd PROGRAM.\0"
	"Several versions of one library?\0"
		"No library is opened in this log.\0\0"
	"Which library owns an address?\0"
		"No library is mapped in this log.\0"
		"premain where ADDRESS LOG[:LINE] says it, by these lines.\0"
	"Why this exit status?\0"
		"No process ends in this log.\0"
		"Who has called exit: premain steps --calls.\0"
	"Why is argc what it is?\0"
		"No program is started in this log.\0"
		"argc counts these words, of which the first is the name.\0"
	"Why does grep find no printf in the file?\0"
		"No library is opened in this log: what prints is in the "
		"program itself, and needs no name, or in musl's loader.\0"
		"No log shows functions; a compiler may have made puts of "
		"printf. Names in a file: premain cost --symbols FILE; who "
		"writes: premain steps --calls.\0"
	"How do we know that a program has finished?\0"
		"No line shows an end: the log is cut, or the program still "
		"runs.\0\0"
	"Which calls belong to the loader, to libc, to main?\0\0"
		"Functions that run before main (constructors) look like main "
		"in a log: premain steps tells them apart.\0"
	"What is in the process before its first instruction?\0"
		"No program is started in this log.\0"
		"No log shows stack, auxiliary vector and memory map: "
		"crt/stack.h draws the stack, "
		"LD_SHOW_AUXV=1 prints the vector (glibc), premain cost FILE "
		"shows what is mapped.\0"
	"Which steps are there, from the shell to the end?\0\0\0";

static const char *part_of(unsigned int question, unsigned int part)
{
	return nth_word(questions, (question - 1) * PARTS + part);
}

const char *question_asks(unsigned int question)
{
	return part_of(question, ASKS);
}

bool answers_want(struct answers *answers, const char *word)
{
	unsigned long question;
	char *end;

	if (strcmp(word, "all") == 0) {
		memset(answers->wanted + 1, true, QUESTIONS);
		return true;
	}
	word += *word == 'Q' || *word == 'q';
	question = strtoul(word, &end, 10);
	if (*word < '0' || *word > '9' || *end || question < 1 ||
	    question > QUESTIONS)
		return false;
	answers->wanted[question] = true;
	return true;
}

void put_told(struct text *text, const char *words, ...)
{
	char plain[PLAIN_WORDS];
	va_list values;

	plain_words(plain, words);
	va_start(values, words);
	text_vformat(text, plain, values);
	va_end(values);
	text_put(text, "\n");
}

/* A cache that was opened, folders that were tried, or neither. */
static void put_search(struct text *text, const struct answers *answers)
{
	if (answers->cache)
		put_told(text, "Line %llu opens ld.so.cache, which names "
			 "each file in the standard folders: they are not "
			 "searched.", answers->cache);
	else
		put_told(text, "No ld.so.cache is opened: this loader looks "
			 "into folders.");
	if (answers->in_vain)
		put_told(text, "%llu files are looked for in vain: these "
			 "folders are of LD_LIBRARY_PATH, of a RUNPATH, or "
			 "the loader's own.", answers->in_vain);
	else
		put_told(text, "No file is looked for in vain: LD_LIBRARY_PATH "
			 "is empty, or its first folder has all.");
}

/* libx.so.1 and libx.so.2 have the same beginning. */
static void put_versions(struct text *text, const struct answers *answers)
{
	size_t found = 0;

	for (size_t i = 0; i < answers->library_count; i++)
		for (size_t j = i + 1; j < answers->library_count; j++) {
			const struct library_seen *a = &answers->libraries[i];
			const struct library_seen *b = &answers->libraries[j];
			const char *so = strstr(a->name, ".so");
			size_t stem = so ? (size_t)(so - a->name) + 3 : 0;

			if (!stem || strncmp(a->name, b->name, stem) != 0)
				continue;
			put_told(text, "%s (line %llu) and %s (line %llu) "
				 "are two versions of one.", a->name,
				 a->line, b->name, b->line);
			found++;
		}
	if (!found)
		put_told(text, "Of %zu opened, none is there in two "
			 "versions: the number behind .so is a part of "
			 "the name.",
			 answers->library_count);
}

static void put_status(struct text *text, const struct answers *answers)
{
	if (answers->written && answers->status == answers->written)
		put_told(text, "inferred: line %llu has written as many "
			 "bytes. A main that returns nothing leaves in "
			 "eax what its last call (printf, puts) "
			 "returned.", answers->write_line);
	else if (answers->status == KILLED)
		put_told(text, "A signal has ended the last process: to a "
			 "shell 128 and its number.");
	else
		put_told(text, "It is what exit was given, or what main "
			 "returned: nothing in the log looks like it.");
}

static void put_phases(struct text *text, const struct answers *answers)
{
	for (enum explain_phase i = 0; i < EXPLAIN_PHASES; i++)
		if (answers->phases[i].lines)
			text_format(text, "  %5llu  %-7s %s, from line %llu "
				    "to %llu: %s\n",
				    answers->phases[i].lines,
				    phase_word(i), i == PHASE_EXEC ?
				    "the kernel, by execve" :
				    i < PHASE_LIBC ? "the loader, or a static "
				    "program's own start" :
				    i == PHASE_LIBC ?
				    "the loader's end, libc's start" :
				    i == PHASE_EXIT ? "the exit" :
				    "main, and what it calls",
				    answers->phases[i].first,
				    answers->phases[i].last,
				    answers->phases[i].names);
}

void answer_put(struct text *text, const struct answers *answers,
		unsigned int question)
{
	const struct evidence *evidence = &answers->evidence[question];

	text_format(text, "Q%u ", question);
	put_told(text, part_of(question, ASKS));
	if (evidence->lines == 0) {
		put_told(text, *part_of(question, NONE) ?
			 part_of(question, NONE) :
			 "This log has no such call.");
	} else if (question == 13) {
		put_phases(text, answers);
	} else if (question == 15) {
		draw_put(text, answers);
	} else {
		text_add(text, text_string(&evidence->text),
			 evidence->text.length);
		if (evidence->lines > EVIDENCE)
			put_told(text, "  and %llu more such lines",
				 evidence->lines - EVIDENCE);
	}
	if (evidence->lines && question == 6)
		put_search(text, answers);
	else if (evidence->lines && question == 7)
		put_versions(text, answers);
	else if (evidence->lines && question == 9)
		put_status(text, answers);
	if (*part_of(question, MORE) && (evidence->lines || question == 11))
		put_told(text, part_of(question, MORE));
}

void answers_free(struct answers *answers)
{
	for (size_t i = 0; i <= QUESTIONS; i++)
		text_free(&answers->evidence[i].text);
}
