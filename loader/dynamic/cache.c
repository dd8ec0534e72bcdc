/*
 * loader/dynamic/cache.c - glibc's list of libraries, read but not believed
 *
 *	header | entries, by name and backwards | names and paths | extensions
 *
 * ldconfig writes it. Whatever is in it, nothing is read outside of it, and
 * what it leads to is a file like any other. Entries for processors with more
 * than x86-64 has at least (hwcap is not 0) are left to glibc: each has a
 * twin without. Source: ldconfig(8); glibc elf/dl-cache.h.
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

/* A text that ends in the file; an empty one in place of any other. */
static const char *text_at(uint32_t offset)
{
	const char *text = (const char *)cache + offset;

	return offset < size && memchr(text, '\0', size - offset) ? text : "";
}

static bool is_digit(char character)
{
	return character >= '0' && character <= '9';
}

static unsigned int number(const char **text)
{
	unsigned int value = 0;

	while (is_digit(**text))
		value = value * 10 + (unsigned int)(*(*text)++ - '0');
	return value;
}

/* The order of the entries: numbers by their value, behind all else. */
static int compare(const char *one, const char *two)
{
	while (*one) {
		if (is_digit(*one) && is_digit(*two)) {
			unsigned int first = number(&one);
			unsigned int second = number(&two);

			if (first != second)
				return first < second ? -1 : 1;
		} else if (is_digit(*one) != is_digit(*two)) {
			return is_digit(*one) ? 1 : -1;
		} else if (*one != *two) {
			break;
		} else {
			one++;
			two++;
		}
	}
	return *one - *two;
}

const char *cache_find(const char *name)
{
	uint32_t first = 0, end;

	if (!asked)
		open_cache();
	if (!cache)
		return NULL;
	for (end = cache->count; first < end;) {
		uint32_t middle = first + (end - first) / 2;

		if (compare(name, text_at(cache->entries[middle].name)) < 0)
			first = middle + 1;
		else
			end = middle;
	}
	for (; first < cache->count; first++) {
		const struct cache_entry *entry = &cache->entries[first];

		if (strcmp(text_at(entry->name), name))
			return NULL;
		if (entry->flags == FOR_X86_64 && !entry->hwcap &&
		    *text_at(entry->path) == '/')
			return text_at(entry->path);
	}
	return NULL;
}
