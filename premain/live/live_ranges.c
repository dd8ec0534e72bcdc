/*
 * premain/live/live_ranges.c
 *
 * /proc/PID/maps, line by line: "7f00-7f01 r-xp 00001000 08:01 123   /lib/x".
 * Source: proc_pid_maps(5).
 */
#include "premain/live/live.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void forget(struct live *live)
{
	for (size_t i = 0; i < live->range_count; i++) {
		free(live->ranges[i].path);
		text_free(&live->ranges[i].owner);
	}
	live->range_count = 0;
}

static void take_line(struct live *live, char *line)
{
	struct live_range range = {0};
	char *at = line;

	range.start = strtoull(at, &at, 16);
	range.end = *at == '-' ? strtoull(at + 1, &at, 16) : 0;
	if (range.end <= range.start || strlen(at) < 6)
		return;
	memcpy(range.rights, at + 1, 4);
	range.offset = strtoull(at + 6, &at, 16);
	for (int field = 0; field < 2 && *at; field++)	/* device, inode */
		at += strcspn(at + 1, " ") + 1;
	range.path = strdup(at + strspn(at, " "));
	if (range.path)
		live->ranges[live->range_count++] = range;
	else
		live->lost = true;
}

static void read_all(struct live *live, struct text *text)
{
	char path[64], piece[4096];
	ssize_t got;
	int fd;

	snprintf(path, sizeof path, "/proc/%d/maps", live->pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return;
	while ((got = read(fd, piece, sizeof piece)) > 0)
		text_add(text, piece, (size_t)got);
	close(fd);
}

void live_read_ranges(struct live *live)
{
	struct text text = {0};
	char *line, *next;

	forget(live);
	if (!live->ranges)
		live->ranges = calloc(LIVE_RANGES, sizeof *live->ranges);
	read_all(live, &text);
	live->lost = live->lost || text.lost || !live->ranges;
	for (line = text.bytes; line && *line && !live->lost &&
	     live->range_count < LIVE_RANGES; line = next) {
		next = line + strcspn(line, "\n");
		if (*next)
			*next++ = '\0';
		take_line(live, line);
	}
	text_free(&text);
}

const struct live_range *live_range_at(const struct live *live,
				       uint64_t address)
{
	for (size_t i = 0; i < live->range_count; i++)
		if (address >= live->ranges[i].start &&
		    address < live->ranges[i].end)
			return &live->ranges[i];
	return NULL;
}

bool live_read(const struct live *live, uint64_t address, uint64_t *value)
{
	return pread(live->memory, value, sizeof *value, (off_t)address) ==
	       sizeof *value;
}
