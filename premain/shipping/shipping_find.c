/*
 * premain/shipping/shipping_find.c
 *
 * The interpreter is asked by its own --list, for nobody else knows where it
 * looks. A file counts once, whatever names lead to it.
 * Source: ld.so(8), --list.
 */
#include "premain/shipping/shipping.h"
#include "premain/run/run.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file in the list of all programs; -1 without it. */
static long know_file(struct shipping *shipping, const char *path)
{
	struct shipped_file *files = shipping->files, *file;
	struct stat status;
	size_t i;

	if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
		return -1;
	for (i = 0; i < shipping->count; i++)
		if (files[i].device == status.st_dev &&
		    files[i].inode == status.st_ino)
			return (long)i;
	file = list_grow(&shipping->files, i, &shipping->room, sizeof *file);
	if (!file)
		return -1;
	shipping->count++;
	file->device = status.st_dev;
	file->inode = status.st_ino;
	file->file_size = file->bytes = (unsigned long long)status.st_size;
	text_put(&file->path, path);
	file->stripped = strip_size(shipping, path, &file->bytes);
	return (long)i;
}

/* A file that the program needs; false where it is not there. */
static bool add_file(struct shipping *shipping, struct needs *needs,
		     const char *path)
{
	long file = know_file(shipping, path);
	size_t *place;

	if (file < 0)
		return false;
	for (size_t i = 0; i < needs->count; i++)
		if (needs->files[i] == (size_t)file)
			return true;
	place = list_grow(&needs->files, needs->count, &needs->room,
			  sizeof *place);
	if (!place)
		return false;
	*place = (size_t)file;
	needs->count++;
	return true;
}

/*
 * One line of a list: `NAME => PATH (0x...)` or `PATH (0x...)`. What has no
 * path is no file: the vDSO. A name that is not found has no number behind.
 */
static bool add_line(struct shipping *shipping, struct needs *needs, char *line)
{
	char *arrow = strstr(line, " => "), *end = NULL, *at;

	line = arrow ? arrow + 4 : line + strspn(line, " \t");
	for (at = strstr(line, " (0x"); at; at = strstr(at + 1, " (0x"))
		end = at;
	if (!end)
		return false;
	*end = '\0';
	return *line != '/' || add_file(shipping, needs, line);
}

static bool add_list(struct shipping *shipping, struct needs *needs,
		     char *list, size_t length)
{
	char *line = list, *end;

	for (; line < list + length; line = end + 1) {
		end = memchr(line, '\n', length - (size_t)(line - list));
		if (!end)
			return false;
		*end = '\0';
		if (!add_line(shipping, needs, line))
			return false;
	}
	return true;
}

/* Why there is no list: its own first line says it best. */
static const char *tell(struct shipping *shipping, const struct capture *errors)
{
	const char *end = memchr(errors->kept, '\n', errors->length);
	size_t length = end ? (size_t)(end - errors->kept) : errors->length;

	text_free(&shipping->why);
	text_put(&shipping->why, "its interpreter: ");
	text_put_visible(&shipping->why, errors->kept, length);
	return text_string(&shipping->why);
}

static const char *ask_interpreter(struct shipping *shipping,
				   const char *interpreter,
				   const char *program, struct needs *needs)
{
	char *words[] = {(char *)interpreter, (char *)"--list",
			 (char *)program, NULL};
	struct capture output = {0}, errors = {0};
	const char *wrong = NULL;
	struct outcome outcome;

	outcome = run_command(&(struct command){
		.arguments = words, .limit = shipping->limit,
		.output = &output, .errors = &errors});
	if (outcome.ending == END_EXIT && outcome.value != 0 &&
	    errors.length)
		wrong = tell(shipping, &errors);
	else if (outcome.ending != END_EXIT || outcome.value != 0 ||
	    !output.length || output.length != output.total)
		wrong = "its interpreter does not list what it needs";
	else if (!add_list(shipping, needs, output.kept, output.length))
		wrong = "a library that it needs is not there";
	capture_free(&output);
	capture_free(&errors);
	return wrong;
}

const char *shipping_find(struct shipping *shipping, const char *program,
			  const struct elf_facts *facts, struct needs *needs)
{
	if (facts->kind == ELF_KIND_STATIC ||
	    facts->kind == ELF_KIND_STATIC_PIE)
		return NULL;
	if (facts->kind != ELF_KIND_DYNAMIC)
		return "no program: what it needs, the program decides";
	if (!add_file(shipping, needs, facts->interpreter))
		return "its interpreter is not there";
	if (!facts->needs)
		return NULL;
	if (access(program, X_OK) != 0)
		return "may not be run here, so its interpreter is not asked";
	return ask_interpreter(shipping, facts->interpreter, program, needs);
}

void shipping_free(struct shipping *shipping)
{
	for (size_t i = 0; i < shipping->count; i++)
		text_free(&shipping->files[i].path);
	free(shipping->files);
	text_free(&shipping->why);
}
