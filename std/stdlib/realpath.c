/*
 * std/stdlib/realpath.c - a path from the root without ".", ".." and symbolic
 * links, in the caller's PATH_MAX bytes, or for NULL in memory from malloc
 *
 * Walks along the path, part by part; where a part is a link, its target takes
 * its place in what is left to walk.
 * errno: EINVAL (NULL), ENOENT, ENOTDIR, EACCES, ELOOP, ENAMETOOLONG.
 * Source: POSIX.1-2024 realpath.
 */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

struct walk {
	char done[PATH_MAX];	/* resolved: "/a/b", and "" for the root */
	char left[PATH_MAX];	/* what comes behind it */
	size_t length;		/* of `done` */
	int links;
};

/* The link's target and the rest of the way become what is left. */
static long follow(struct walk *walk, const char *rest)
{
	char target[PATH_MAX];
	long size = sys_readlink(walk->done, target, sizeof(target));
	size_t rest_size = strlen(rest) + 1;

	if (size < 0)
		return size;
	if (size == 0)
		return -ENOENT;
	if (++walk->links > SYMLOOP_MAX)
		return -ELOOP;
	if ((size_t)size > PATH_MAX - 1 - rest_size)
		return -ENAMETOOLONG;
	memmove(walk->left + size + 1, rest, rest_size);
	memcpy(walk->left, target, (size_t)size);
	walk->left[size] = '/';
	/* rest is "" where the link ends the path: no slash of ours then */
	if (rest_size == 1)
		walk->left[size] = '\0';
	if (target[0] == '/')
		walk->done[0] = '\0';
	return target[0] == '/';
}

static void go_up(struct walk *walk)
{
	while (walk->length > 0 && walk->done[--walk->length] != '/')
		;
	walk->done[walk->length] = '\0';
}

/* One part of the path, of this size, is at the start of `left`. */
static long step(struct walk *walk, const char *part, size_t size)
{
	struct stat status;
	size_t before = walk->length;
	long result;

	if (size == 2 && part[0] == '.' && part[1] == '.') {
		go_up(walk);
		return 0;
	}
	if (size > NAME_MAX || size + 2 > PATH_MAX - walk->length)
		return -ENAMETOOLONG;
	walk->done[walk->length] = '/';
	memcpy(walk->done + walk->length + 1, part, size);
	walk->length += size + 1;
	walk->done[walk->length] = '\0';

	result = sys_lstat(walk->done, &status);
	if (result < 0)
		return result;
	if (S_ISLNK(status.st_mode)) {
		result = follow(walk, part + size);
		if (result < 0)
			return result;
		walk->length = result == 1 ? 0 : before;
		walk->done[walk->length] = '\0';
		return 1;
	}
	/* a slash behind it, so it must be a folder: "file/", "file/." */
	if (part[size] == '/' && !S_ISDIR(status.st_mode))
		return -ENOTDIR;
	return 0;
}

static long resolve(struct walk *walk)
{
	const char *part = walk->left;
	long result;

	if (*part == '\0')
		return -ENOENT;
	if (*part != '/') {
		result = sys_getcwd(walk->done, sizeof(walk->done));
		if (result < 0)
			return result;
		if (walk->done[0] != '/')
			return -ENOENT;
		walk->length = strlen(walk->done);
		if (walk->length == 1)
			go_up(walk);
	}
	for (;;) {
		size_t size;

		part += strspn(part, "/");
		size = strcspn(part, "/");
		if (size == 0)
			break;
		if (size == 1 && *part == '.') {
			part++;
			continue;
		}
		result = step(walk, part, size);
		if (result < 0)
			return result;
		part = result == 1 ? walk->left : part + size;
	}
	if (walk->length == 0)
		strcpy(walk->done, "/");
	return 0;
}

char *realpath(const char *restrict path, char *restrict resolved)
{
	struct walk walk;
	long result = -EINVAL;

	walk.done[0] = '\0';
	walk.length = 0;
	walk.links = 0;
	if (path != NULL && strlen(path) < sizeof(walk.left)) {
		strcpy(walk.left, path);
		result = resolve(&walk);
	} else if (path != NULL) {
		result = -ENAMETOOLONG;
	}
	if (__premain_result(result) < 0)
		return NULL;
	return resolved != NULL ? strcpy(resolved, walk.done)
		: strdup(walk.done);
}
