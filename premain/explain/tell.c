/*
 * premain/explain/tell.c
 *
 * Sentences, with the parts of the call that they are about.
 * Source: errno(3); where qemu gives numbers, asm-generic/errno.h.
 */
#include "premain/explain/explain.h"

#include <stdarg.h>
#include <string.h>

static const char errors[] =
	"ENOENT 2 there is nothing of that name\n"
	"EACCES 13 it is not allowed\n"
	"EPERM 1 it is not allowed\n"
	"EINVAL 22 the kernel does not take these arguments\n"
	"ENOTTY 25 it is no terminal, or none that can do so\n"
	"ENOSYS 38 there is no such call here\n"
	"EAGAIN 11 not now\n"
	"ENOTDIR 20 a part of the path is no folder\n"
	"ENOEXEC 8 in no form of a program that this kernel knows\n"
	"ESPIPE 29 in a pipe, a socket or a terminal nobody can move\n"
	"ECHILD 10 there is no child\n"
	"ENODATA 61 there is none\n"
	"EBADF 9 that descriptor is not open\n"
	"EINTR 4 a signal came before\n"
	"EPIPE 32 nobody reads it\n"
	"ECONNREFUSED 111 nobody listens there\n"
	"EINPROGRESS 115 it goes on behind the call\n"
	"E2BIG 7 it is too long\n";

/* ": ENOENT, there is nothing of that name"; the name where it is not known. */
static void put_error(const struct scene *scene)
{
	struct text *text = &scene->explanation->sentence;
	struct trace_span error = scene->call->line->error;
	const char *at = errors, *blank, *words;

	text_put(text, ": ");
	for (; *at; at = strchr(words, '\n') + 1) {
		struct trace_span name, number;

		blank = strchr(at, ' ');
		words = strchr(blank + 1, ' ');
		name = (struct trace_span){at, (size_t)(blank - at)};
		number = (struct trace_span){blank + 1,
			(size_t)(words - blank - 1)};
		if (!span_same(error, name) && !span_same(error, number))
			continue;
		text_add(text, at, name.length);
		text_put(text, ",");
		more(scene, words);
		return;
	}
	text_add(text, error.at, error.length);
}

static void put_argument(const struct scene *scene, size_t argument)
{
	const struct call *call = scene->call;

	if (argument < call->count)
		text_add(&scene->explanation->sentence,
			 call->arguments[argument].at,
			 call->arguments[argument].length);
}

static void put_path(const struct scene *scene, bool second)
{
	char path[EXPLAIN_PATH];
	size_t paths = 0;

	for (size_t i = 0; i < scene->call->count; i++)
		if (call_path(scene->call, i, path) &&
		    paths++ == (size_t)second) {
			text_put(&scene->explanation->sentence, path);
			return;
		}
}

/* What the call itself has: see tell() in explain.h. */
static void put_part(const struct scene *scene, char part)
{
	struct text *text = &scene->explanation->sentence;
	const struct call *call = scene->call;
	bool failed = call->line->failed;

	if (part == 'd')
		say_descriptor(scene, 0);
	else if (part == 'v' || part == 'w')
		put_argument(scene, (size_t)(part == 'v'));
	else if (part == 'e' && failed)
		put_error(scene);
	else if (part == 'R' && call->returned && !failed)
		text_format(text, ": %lld", (long long)call->result);
	else if (part == 'r' && !failed)
		text_format(text, "%lld", (long long)call->result);
	else if (part == 'p' || part == 'P')
		put_path(scene, part == 'P');
}

static void put_parts(const struct scene *scene, const char *at,
		      va_list values)
{
	struct text *text = &scene->explanation->sentence;

	for (const char *from = at;; from = at) {
		while (*at && *at != '%')
			at++;
		text_add(text, from, (size_t)(at - from));
		if (!*at)
			return;
		if (at[1] == 'u')
			text_format(text, "%llu",
				    va_arg(values, unsigned long long));
		else if (at[1] == 'x')
			text_format(text, "%#llx",
				    va_arg(values, unsigned long long));
		else if (at[1] == 's')
			text_put(text, va_arg(values, const char *));
		else if (at[1] == 't')
			more(scene, va_arg(values, const char *));
		else
			put_part(scene, at[1]);
		if (at[1] == 'r' && scene->call->line->failed && at[2] == ' ')
			at++;
		at += 2;
	}
}

/* What begins so has no effect that could be missing. */
static bool is_effect(const char *words)
{
	const char *at = "asks cannot looks waits sleeps does a the ";
	size_t length = strcspn(words, " ");

	for (; *at; at = strchr(at, ' ') + 1)
		if (strncmp(at, words, length + 1) == 0)
			return false;
	return true;
}

void tell(const struct scene *scene, enum basis basis, const char *words, ...)
{
	char plain[PLAIN_WORDS];
	va_list values;

	plain_words(plain, words);
	scene->explanation->basis = basis;
	if (scene->call->line->failed && is_effect(plain) &&
	    !scene->explanation->sentence.length &&
	    !call_failed(scene->call, "EINPROGRESS", "115"))
		text_put(&scene->explanation->sentence, "in vain: ");
	va_start(values, words);
	put_parts(scene, plain, values);
	va_end(values);
}

void more(const struct scene *scene, const char *words, ...)
{
	char plain[PLAIN_WORDS];
	va_list values;

	plain_words(plain, words);
	va_start(values, words);
	put_parts(scene, plain, values);
	va_end(values);
}

/* The words, and what stands behind a word of the line: "7" of "si_pid=7,". */
bool more_behind(const struct scene *scene, const char *words,
		 const char *word)
{
	struct trace_span line = scene->call->line->arguments;
	const char *at = span_find(line, word);
	size_t length = 0, room;

	if (!at)
		return false;
	more(scene, words);
	at += strlen(word);
	room = (size_t)(line.at + line.length - at);
	while (length < room && !strchr(",})\" ", at[length]))
		length++;
	text_add(&scene->explanation->sentence, at, length);
	return true;
}

bool tell_by_word(const struct scene *scene, size_t argument,
		  const char *lines)
{
	char word[32];

	for (; *lines; lines = strchr(lines, '\n') + 1) {
		size_t length = strcspn(lines, " ");

		memcpy(word, lines, length);
		word[length] = '\0';
		if (!call_has(scene->call, argument, word))
			continue;
		tell(scene, OBSERVED, lines + length + 1);
		return true;
	}
	return false;
}
