/*
 * premain/cost/cost_run_read.c
 *
 * The mappings of a process, each with what of it is in memory.
 * Source: proc(5), /proc/pid/smaps and /proc/pid/status.
 */
#include "premain/cost/run.h"
#include "premain/run/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "7f12...-7f13... r-xp 00028000 fe:00 1234    /usr/lib/libc.so.6" */
static bool read_head(struct cost_run *run, char *line)
{
	struct region_cost *region = list_grow(&run->regions, run->count,
					  &run->room, sizeof *region);
	char *at;

	if (!region)
		return false;
	region->start = strtoull(line, &at, 16);
	if (*at != '-')
		return false;
	region->end = strtoull(at + 1, &at, 16);
	if (region->end < region->start || strlen(at) < 6)
		return false;
	memcpy(region->permissions, at + 1, 4);
	region->offset = strtoull(at + 6, &at, 16);
	for (int field = 0; field < 2; field++) {	/* device, inode */
		at += strspn(at, " ");
		at += strcspn(at, " ");
	}
	region->path = strdup(at + strspn(at, " "));
	if (!region->path)
		return false;
	run->count++;
	return true;
}

static void read_figure(struct region_cost *region, const char *line)
{
	const char *name = "Size:\0Rss:\0Pss:\0Shared_Clean:\0"
		"Shared_Dirty:\0Private_Clean:\0Private_Dirty:";

	for (size_t i = 0, length; i < RUN_FIGURES; i++, name += length + 1) {
		length = strlen(name);
		if (strncmp(line, name, length) == 0)
			region->figures[i] = strtoull(line + length, NULL, 10);
	}
}

static bool read_lines(struct cost_run *run, char *line)
{
	char *next;

	for (; *line; line = next) {
		next = line + strcspn(line, "\n");
		if (*next)
			*next++ = '\0';
		if (*line < 'A' || *line > 'Z') {
			if (!read_head(run, line))
				return false;
		} else if (run->count) {
			read_figure(&run->regions[run->count - 1], line);
		}
	}
	return run->count != 0;
}

/* The kernel counts the peak in batches; what is there now is no more. */
static void read_peak(struct cost_run *run)
{
	static const char name[] = "VmHWM:";
	unsigned long long resident = 0;
	struct text text = {0};
	const char *at;

	read_proc(&text, run->pid, "status");
	at = strstr(text_string(&text), name);
	if (at)
		run->peak = strtoull(at + strlen(name), NULL, 10);
	for (size_t i = 0; i < run->count; i++)
		resident += run->regions[i].figures[RUN_RESIDENT];
	if (resident > run->peak)
		run->peak = resident;
	text_free(&text);
}

const char *cost_run_read(struct cost_run *run, int task)
{
	struct text smaps = {0};
	char name[32];
	bool read;

	snprintf(name, sizeof name, "task/%d/smaps", task);
	read_proc(&smaps, run->pid, name);
	read = smaps.length && !smaps.lost && read_lines(run, smaps.bytes);
	text_free(&smaps);
	if (!read)
		return "its memory cannot be read (/proc/pid/smaps)";
	read_peak(run);
	if (run->pages)
		read_pages(run);
	name_regions(run);
	return run->lost ? "no memory for its mappings" : NULL;
}
