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
	copy[kept++] = "LC_ALL=C";
	copy[kept++] = scratch;
	copy[kept] = NULL;
	return copy;
}

static void put_words(struct text *line, char *const *words)
{
	if (line->length)
		text_put(line, " && ");
	for (; *words; words++) {
		text_show(line, *words);
		if (words[1])
			text_put(line, " ");
	}
}

/* By its ending; what says more comes behind it. */
static const char endings[] = "does not compile: \0"
	"the compiler was killed by \0" "the compiler does not end\0"
	"the compiler's messages do not end\0" "interrupted\0"
	"the compiler cannot be started: ";

static enum built tell(const struct outcome *outcome,
		       const struct capture *errors, struct text *note)
{
	if (outcome->ending == END_EXIT && outcome->value == 0)
		return BUILT;
	text_put(note, nth_word(endings, outcome->ending));
	if (outcome->ending == END_SIGNAL)
		text_put(note, run_signal_name(outcome->value));
	if (outcome->ending == END_UNSTARTED)
		text_put(note, strerror(outcome->value));
	if (outcome->ending == END_EXIT && errors->length)
		put_first_error(note, errors->kept, errors->length);
	else if (outcome->ending == END_EXIT)
		text_format(note, "status %d", outcome->value);
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
			.arguments = arguments,
			.environment = environment, .limit = build->limit,
			.output = &output, .errors = &errors});
	built = tell(&outcome, errors.length ? &errors : &output, note);
	free(environment);
	text_free(&scratch);
	capture_free(&output);
	capture_free(&errors);
	return built;
}
