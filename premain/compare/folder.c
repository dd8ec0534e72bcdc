/*
 * premain/compare/folder.c
 *
 * All that compare makes lies in one folder, which goes as it came: programs
 * in it, and beside them .premain for what compilers and tracers need.
 */
#include "premain/compare/compare.h"
#include "premain/words/words.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH = 16 };

void folder_put(struct text *path, const struct comparison *comparison,
		const char *name)
{
	text_format(path, "%s/%s", comparison->folder.bytes, name);
}

int folder_make(struct comparison *comparison)
{
	struct text *folder = &comparison->folder;
	struct text inner = {0};
	const char *parent;
	int status = 0;

	if (!run_make_folder(folder, &parent))
		return refuse_word("compare", parent, strerror(errno)) - 1;
	folder_put(&inner, comparison, ".premain");
	text_format(&comparison->pipe, "%s/trace", text_string(&inner));
	text_format(&comparison->copy, "%s/stripped", text_string(&inner));
	if (inner.lost || comparison->pipe.lost || comparison->copy.lost ||
	    mkdir(inner.bytes, 0700) != 0 ||
	    mkfifo(comparison->pipe.bytes, 0600) != 0)
		status = refuse_word("compare", folder->bytes,
				     strerror(errno)) - 1;
	text_free(&inner);
	return status;
}

static void remove_tree(const char *path, int depth)
{
	struct dirent *entry;
	DIR *folder;

	if (unlink(path) == 0 || depth == 0)
		return;
	folder = opendir(path);
	if (!folder)
		return;
	while ((entry = readdir(folder))) {
		struct text inner = {0};

		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		text_format(&inner, "%s/%s", path, entry->d_name);
		if (!inner.lost)
			remove_tree(inner.bytes, depth - 1);
		text_free(&inner);
	}
	closedir(folder);
	rmdir(path);
}

void folder_remove(struct comparison *comparison)
{
	if (comparison->folder.length)
		remove_tree(comparison->folder.bytes, DEPTH);
}
