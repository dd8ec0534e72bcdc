/*
 * loader/dynamic/cache.c - glibc's list of libraries, read but not believed
 *
 *	header | entries, each with a name and a path | texts | extensions
 *
 * ldconfig writes it. Nothing is read outside of it, whatever is in it; what it
 * leads to is a file like any other. Entries for processors with more than
 * x86-64 has at least (hwcap is not 0) are left to glibc: each has a twin
 * without. Source: ldconfig(8); glibc elf/dl-cache.h.
 */
#include <linux/fcntl.h>
#include <linux/mman.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <premain/syscalls.h>

#include "loader/dynamic/cache.h"
#include "loader/dynamic/files.h"

struct cache {
	char magic[20];
	uint32_t count, strings_size;
	uint8_t flags, unused[3];
	uint32_t extensions, unused_too[3];
	struct cache_entry {
		uint32_t flags;
		uint32_t name, path;	/* from the file's start */
		uint32_t os;
		uint64_t hwcap;
	} entries[];
};

_Static_assert(sizeof(struct cache) == 48, "glibc elf/dl-cache.h");

enum { FOR_X86_64 = 0x303 };	/* FLAG_X8664_LIB64, FLAG_ELF_LIBC6 */

static const struct cache *cache;
static size_t size;
static bool asked;

static void open_cache(void)
{
	struct stat status;
	long fd = open_file("/etc/ld.so.cache", 0), memory = -1;

	asked = true;
	if (fd < 0)
		return;
	if (!sys_fstat((int)fd, &status) &&
	    status.st_size >= (long)sizeof *cache)
		memory = sys_mmap(0, (size_t)status.st_size, PROT_READ,
				  MAP_PRIVATE, (int)fd, 0);
	close_later(fd);
	if ((unsigned long)memory >= -4095UL)
		return;
	cache = (const void *)memory;
	size = (size_t)status.st_size;
	if (memcmp(cache->magic, "glibc-ld.so.cache1.1", 20) || cache->count >
	    (size - sizeof *cache) / sizeof *cache->entries)
		cache = NULL;
}

/* Whether the text at an offset is this one, with its end. */
static bool is_text(size_t offset, const char *text)
{
	for (; offset < size; offset++, text++) {
		if (((const char *)cache)[offset] != *text)
			return false;
		if (!*text)
			return true;
	}
	return false;
}

/* An absolute path that ends in the file; NULL: there is none. */
static const char *path_at(size_t offset)
{
	const char *path = (const char *)cache + offset;

	return offset < size && *path == '/' &&
	       memchr(path, '\0', size - offset) ? path : NULL;
}

const char *cache_find(const char *name)
{
	const struct cache_entry *entry;

	if (!asked)
		open_cache();
	if (!cache)
		return NULL;
	entry = cache->entries;
	for (uint32_t i = 0; i < cache->count; i++, entry++)
		if (entry->flags == FOR_X86_64 && !entry->hwcap &&
		    is_text(entry->name, name))
			return path_at(entry->path);
	return NULL;
}
