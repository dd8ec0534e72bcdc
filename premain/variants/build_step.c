/*
 * premain/variants/build_step.c
 *
 * Runs one command of a build. Its messages are in English and its scratch
 * files in our folder, so that ending it leaves nothing behind.
 */
#include "premain/variants/variants.h"
#include "premain/run/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static bool is_ours(const char *entry)
{
	return strncmp(entry, "LC_ALL=", 7) == 0 ||
	       strncmp(entry, "TMPDIR=", 7) == 0;
}

/* The environment with LC_ALL=C and the given TMPDIR entry. */
static char **make_environment(char *scratch)
{
	static char english[] = "LC_ALL=C";
	size_t count = 0, kept = 0, i;
	char **copy;

	while (environ[count])
		count++;
	copy = malloc((count + 3) * sizeof *copy);
	if (!copy)
		return NULL;
	for (i = 0; i < count; i++)
		if (!is_ours(environ[i]))
			copy[kept++] = environ[i];
	copy[kept++] = english;
	copy[kept++] = scratch;
	copy[kept] = NULL;
	return copy;
}

static void put_words(struct text *line, char *const *words)
{
	if (line->length)
		text_put(line, " && ");
	for (; *words; words++) {
		text_put_visible(line, *words, strlen(*words));
		if (words[1])
			text_put(line, " ");
	}
}

static enum built tell(const struct outcome *outcome,
		       const struct capture *errors, struct text *note)
{
	switch (outcome->ending) {
	case END_EXIT:
		if (outcome->value == 0)
			return BUILT;
		text_put(note, "does not compile: ");
		if (errors->length)
			put_first_error(note, errors->kept, errors->length);
		else
			text_format(note, "status %d", outcome->value);
		break;
	case END_SIGNAL:
		text_format(note, "the compiler was killed by %s",
			    run_signal_name(outcome->value));
		break;
	case END_TIME:
		text_put(note, "the compiler does not end");
		break;
	case END_FLOOD:
		text_put(note, "the compiler's messages do not end");
		break;
	case END_INTERRUPT:
		text_put(note, "interrupted");
		break;
	case END_UNSTARTED:
		text_format(note, "the compiler cannot be started: %s",
			    strerror(outcome->value));
		break;
	}
	return BUILT_FAILED;
}

enum built build_step(const struct build *build, char *const *arguments,
		      struct text *line, struct text *note)
{
	struct capture output = {0}, errors = {0};
	struct text scratch = {0};
	struct outcome outcome = {END_UNSTARTED, ENOMEM};
	char **environment = NULL;
	enum built built;

	put_words(line, arguments);
	text_format(&scratch, "TMPDIR=%s", build->folder);
	if (!scratch.lost)
		environment = make_environment(scratch.bytes);
	if (environment)
		outcome = run_command(&(struct command){
			.program = arguments[0], .arguments = arguments,
			.environment = environment, .limit = build->limit,
			.output = &output, .errors = &errors});
	built = tell(&outcome, errors.length ? &errors : &output, note);
	free(environment);
	text_free(&scratch);
	capture_free(&output);
	capture_free(&errors);
	return built;
}
