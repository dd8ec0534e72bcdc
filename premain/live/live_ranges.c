/*
 * premain/live/live_ranges.c
 *
 * All that is mapped, as /proc/PID/maps has it.
 * Source: proc_pid_maps(5).
 */
#include "premain/live/live.h"
#include "premain/run/run.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void live_forget_ranges(struct live *live)
{
	for (size_t i = 0; i < live->range_count; i++) {
		free(live->ranges[i].path);
		text_free(&live->ranges[i].owner);
	}
	live->range_count = 0;
}

static void take_range(struct live *live, const struct proc_range *found)
{
	struct live_range range = {
		.start = found->start, .end = found->end,
		.offset = found->offset, .path = strdup(found->path)};

	memcpy(range.rights, found->rights, 4);
	if (range.path)
		live->ranges[live->range_count++] = range;
	else
		live->lost = true;
}

void live_read_ranges(struct live *live)
{
	struct text text = {0};
	struct proc_range range;
	char *lines;

	live_forget_ranges(live);
	if (!live->ranges)
		live->ranges = calloc(LIVE_RANGES, sizeof *live->ranges);
	read_proc(&text, live->pid, "maps");
	live->lost = live->lost || text.lost || !live->ranges;
	lines = text.bytes;
	while (lines && !live->lost && live->range_count < LIVE_RANGES &&
	       next_range(&lines, &range))
		take_range(live, &range);
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
