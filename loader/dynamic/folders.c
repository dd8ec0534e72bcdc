/*
 * loader/dynamic/folders.c - folders are read once, not asked for every name
 *
 * What a folder has is kept as bits of one table, two for each name: a name
 * whose bits are set may be there, any other is not. So the table may fill up,
 * and costs nothing but an open that fails. Source: getdents(2).
 */
#include <linux/errno.h>
#include <linux/fcntl.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/dynamic/files.h"
#include "loader/dynamic/folders.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/symbol.h"

enum {
	BUCKETS = 64,
	PATIENCE = 4,		/* misses before a folder is read */
	BITS = 1 << 18,
	BUFFER = 1 << 15,	/* bytes of entries at a time */
	READS = 16		/* so many at most: a folder may be huge */
};

struct folder {
	struct folder *next;
	uint32_t hash;
	unsigned int load;	/* in which the rest was seen */
	unsigned int misses;
	bool missing;		/* there is no such folder */
	bool read;		/* all of its names are in the table */
	char path[];
};

/* linux_dirent64 of getdents(2), which no header of the kernel shows. */
struct entry {
	uint64_t d_ino;
	int64_t d_off;
	uint16_t d_reclen;
	unsigned char d_type;
	char d_name[];
};

static struct folder *large_folders[BUCKETS];
static uint64_t *names;		/* BITS, and behind them the buffer */
static unsigned int load;
static bool any, names_used;

static struct folder *find_folder(const char *path, bool add)
{
	uint32_t hash = gnu_hash(path);
	struct folder **at = &large_folders[hash % BUCKETS], *folder;

	while (*at && ((*at)->hash != hash || strcmp((*at)->path, path)))
		at = &(*at)->next;
	folder = *at;
	if (!folder && add) {
		folder = allocate(sizeof *folder + strlen(path) + 1);
		if (!folder)
			return NULL;
		*at = folder;
		folder->hash = hash;
		strcpy(folder->path, path);
	}
	if (folder && folder->load != load) {
		folder->load = load;
		folder->misses = 0;
		folder->missing = folder->read = false;
	}
	any = any || folder;
	return folder;
}

static uint32_t mix(const struct folder *folder, const char *name)
{
	uint32_t hash = (gnu_hash(name) ^ folder->hash) * 0x9e3779b1;

	return hash ^ hash >> 15;
}

/* Whether both bits of a name are set; and sets them. */
static bool note(uint32_t hash, bool set)
{
	uint32_t one = hash % BITS, two = (hash >> 14) % BITS;
	bool was = names[one / 64] >> one % 64 & names[two / 64] >> two % 64 &
		   1;

	if (set) {
		names[one / 64] |= 1UL << one % 64;
		names[two / 64] |= 1UL << two % 64;
	}
	return was;
}

/* True: it has been read to its end. */
static bool read_entries(const struct folder *folder, long fd)
{
	char *buffer = (char *)(names + BITS / 64);

	for (int i = 0; i < READS; i++) {
		long size = sys_getdents64((int)fd, buffer, BUFFER);

		if (size <= 0)
			return size == 0;
		for (long at = 0; at < size;) {
			const struct entry *entry =
				(const void *)(buffer + at);

			note(mix(folder, entry->d_name), true);
			at += entry->d_reclen;
		}
	}
	return false;
}

/* A folder that may be passed, but not be read, goes on being asked. */
static void read_folder(struct folder *folder)
{
	long fd = open_file(folder->path, O_DIRECTORY);

	folder->missing = fd == -ENOENT || fd == -ENOTDIR;
	if (fd < 0)
		return;
	if (!names)
		names = allocate(BITS / 8 + BUFFER);
	folder->read = names && read_entries(folder, fd);
	names_used = true;
	close_later(fd);
}

bool folder_may_have(const char *path, const char *name, bool many)
{
	struct folder *folder = any || many ? find_folder(path, many) : NULL;

	if (!folder)
		return true;
	if (folder->misses == PATIENCE || (many && !folder->misses)) {
		folder->misses = PATIENCE + 1;
		read_folder(folder);
	}
	if (folder->missing)
		return false;
	return !folder->read || note(mix(folder, name), false);
}

void folder_has_not(const char *path)
{
	struct folder *folder = find_folder(path, true);

	if (folder && folder->misses < PATIENCE)
		folder->misses++;
}

void forget_folders(void)
{
	load++;
	any = false;
	if (names_used)
		memset(names, 0, BITS / 8);
	names_used = false;
}
