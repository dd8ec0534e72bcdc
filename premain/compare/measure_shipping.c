/*
 * premain/compare/measure_shipping.c
 *
 * What must be there before a program can start: itself, its interpreter and
 * its libraries. The interpreter is asked by its own --list, for nobody else
 * knows where it looks. A file counts once, by its size after strip.
 * Source: ld.so(8), --list.
 */
#include "premain/compare/compare.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

/* The file in the comparison's list, once and for all rows; -1 without it. */
static long know_file(struct comparison *comparison, const char *path)
{
	struct shipped_file *files = comparison->files, *file;
	struct stat status;
	size_t i;

	if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
		return -1;
	for (i = 0; i < comparison->file_count; i++)
		if (files[i].device == status.st_dev &&
		    files[i].inode == status.st_ino)
			return (long)i;
	files = realloc(files, (i + 1) * sizeof *files);
	if (!files)
		return -1;
	comparison->files = files;
	file = &files[comparison->file_count++];
	*file = (struct shipped_file){.device = status.st_dev,
				      .inode = status.st_ino,
				      .bytes = (unsigned long long)
						status.st_size};
	text_put(&file->path, path);
	strip_size(comparison, path, &file->bytes, NULL);
	return (long)i;
}

/* A file that the program needs; false where it is not there. */
static bool add_file(struct comparison *comparison, struct row *row,
		     const char *path)
{
	long file = know_file(comparison, path);
	size_t *needs, i;

	if (file < 0)
		return false;
	for (i = 0; i < row->need_count; i++)
		if (row->needs[i] == (size_t)file)
			return true;
	needs = realloc(row->needs, (i + 1) * sizeof *needs);
	if (!needs)
		return false;
	needs[row->need_count++] = (size_t)file;
	row->needs = needs;
	row->shipped += comparison->files[file].bytes;
	return true;
}

/*
 * One line of a list: `NAME => PATH (0x...)` or `PATH (0x...)`. What has no
 * path is no file: the vDSO. A name that is not found has no number behind.
 */
static bool add_line(struct comparison *comparison, struct row *row,
		     char *line)
{
	char *arrow = strstr(line, " => "), *end = NULL, *at;

	line = arrow ? arrow + 4 : line + strspn(line, " \t");
	for (at = strstr(line, " (0x"); at; at = strstr(at + 1, " (0x"))
		end = at;
	if (!end)
		return false;
	*end = '\0';
	return *line != '/' || add_file(comparison, row, line);
}

static bool add_list(struct comparison *comparison, struct row *row,
		     char *list, size_t length)
{
	char *line = list, *end;

	for (; line < list + length; line = end + 1) {
		end = memchr(line, '\n', length - (size_t)(line - list));
		if (!end)
			return false;
		*end = '\0';
		if (!add_line(comparison, row, line))
			return false;
	}
	return true;
}

/* Whoever may not run the program runs nothing that it names. */
static bool ask_interpreter(struct comparison *comparison, struct row *row,
			    const char *program)
{
	char *words[] = {row->facts.interpreter, "--list", (char *)program, 0};
	struct capture output = {0}, errors = {0};
	struct outcome outcome;
	bool known;

	if (access(program, X_OK) != 0)
		return false;
	outcome = run_command(&(struct command){
		.program = words[0], .arguments = words,
		.environment = environ,
		.limit = comparison->options.timeout * 1000LL,
		.output = &output, .errors = &errors});
	known = outcome.ending == END_EXIT && outcome.value == 0 &&
		output.length && output.length == output.total &&
		add_list(comparison, row, output.kept, output.length);
	capture_free(&output);
	capture_free(&errors);
	return known;
}

void measure_shipping(struct comparison *comparison, struct row *row,
		      const char *program)
{
	const struct elf_facts *facts = &row->facts;

	row->shipped = row->bytes;
	row->ships = facts->kind == ELF_KIND_STATIC ||
		     facts->kind == ELF_KIND_STATIC_PIE;
	if (facts->kind != ELF_KIND_DYNAMIC ||
	    !add_file(comparison, row, facts->interpreter))
		return;
	row->ships = !facts->needs || ask_interpreter(comparison, row,
						      program);
}
