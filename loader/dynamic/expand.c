/*
 * loader/dynamic/expand.c - $ORIGIN, $LIB and $PLATFORM
 *
 * A privileged program must not look for code where others may write: there a
 * path is absolute, and $ORIGIN leads to a standard folder or nowhere. Source:
 * gABI ch. 5, Substitution Sequences; ld.so(8), Dynamic string tokens.
 */
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/expand.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"

struct path {
	char *start, *at, *end;
	bool fits;
};

static void add(struct path *path, const char *text, size_t length)
{
	if (length >= (size_t)(path->end - path->at)) {
		path->fits = false;
		return;
	}
	memcpy(path->at, text, length);
	path->at += length;
}

/* The kernel knows where the program is, if it has started it. */
static long own_path(const struct object *object, char *path)
{
	if (object == process.program && !process.direct)
		return sys_readlink("/proc/self/exe", path, ELF_PATH_MAX);
	return 0;
}

const char *origin_of(struct object *object)
{
	char path[2 * ELF_PATH_MAX];
	long length = own_path(object, path);
	size_t name = strlen(object->name);
	const char *end;

	if (object->origin)
		return object->origin;
	if (length <= 0) {
		length = 0;
		if (name >= ELF_PATH_MAX)
			return NULL;
		if (object->name[0] != '/') {
			length = sys_getcwd(path, ELF_PATH_MAX);
			if (length <= 0 || path[0] != '/')
				return NULL;
			path[length - 1] = '/';
		}
		memcpy(path + length, object->name, name);
		length += (long)name;
	}
	path[length] = '\0';
	end = strrchr(path, '/');
	if (!end)
		return NULL;
	object->origin = copy_text(path, (size_t)(end - path));
	return object->origin;
}

static bool continues(char character)
{
	return (character >= 'A' && character <= 'Z') || character == '_' ||
	       (character >= 'a' && character <= 'z') ||
	       (character >= '0' && character <= '9');
}

/* The length of the token's name behind the $, with its braces; 0: other. */
static size_t match(const char *text, size_t length, const char *token)
{
	size_t size = strlen(token), brace = length && *text == '{';

	if (brace + size > length || memcmp(text + brace, token, size))
		return 0;
	if (brace)
		return size + 1 < length && text[size + 1] == '}' ?
			size + 2 : 0;
	return size < length && continues(text[size]) ? 0 : size;
}

/* Parts of "." and "..", and second slashes, go as the text stands. */
static void normalise(struct path *path)
{
	char *from = path->start, *to = path->start;

	while (from < path->at) {
		size_t length = 0;

		while (from < path->at && *from == '/')
			from++;
		while (from + length < path->at && from[length] != '/')
			length++;
		if (length == 2 && from[0] == '.' && from[1] == '.') {
			while (to > path->start && *--to != '/')
				;
		} else if (length && (length > 1 || *from != '.')) {
			*to++ = '/';
			memmove(to, from, length);
			to += length;
		}
		from += length;
	}
	path->at = to;
}

/*
 * In a privileged program: whether this path may be looked at. Only root can
 * make a folder whose path begins as the system's do.
 */
static bool is_trusted(struct path *path, bool moved)
{
	if (path->at == path->start || *path->start != '/')
		return false;
	if (!moved)
		return true;
	normalise(path);
	*path->at = '\0';
	return !strncmp(path->start, "/lib", 4) ||
	       !strncmp(path->start, "/usr/lib", 8);
}

long expand(const char *text, size_t length, struct object *owner, char *to)
{
	struct path path = { to, to, to + ELF_PATH_MAX, true };
	bool moved = false;
	size_t size;

	while (length) {
		const char *value = "x86_64";
		size_t plain = strcspn(text, "$");

		plain = plain > length ? length : plain;
		add(&path, text, plain);
		text += plain;
		length -= plain;
		if (!length)
			break;
		text++;
		length--;
		if ((size = match(text, length, "ORIGIN"))) {
			value = origin_of(owner);
			moved = true;
			if (!value)
				return -1;
		} else if ((size = match(text, length, "LIB"))) {
			value = "lib/x86_64-linux-gnu";
		} else if (!(size = match(text, length, "PLATFORM"))) {
			value = "$";
		}
		add(&path, value, strlen(value));
		text += size;
		length -= size;
	}
	if (!path.fits || (process.secure && !is_trusted(&path, moved)))
		return -1;
	if (path.at == to)
		add(&path, ".", 1);
	while (path.at > to && path.at[-1] == '/')
		path.at--;
	*path.at = '\0';
	return path.at - to;
}
