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

static bool add_region(struct cost_run *run, const struct proc_range *range)
{
	struct region_cost *region = list_grow(&run->regions, run->count,
					       &run->room, sizeof *region);

	if (!region)
		return false;
	region->range = *range;
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
	struct proc_range range;

	while (*line) {
		if (*line < 'A' || *line > 'Z') {
			if (!next_range(&line, &range) ||
			    !add_region(run, &range))
				return false;
			continue;
		}
		if (run->count)
			read_figure(&run->regions[run->count - 1], line);
		line += strcspn(line, "\n");
		line += *line == '\n';
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

	read_proc(&text, run->task, "status");
	at = strstr(text_string(&text), name);
	if (at)
		run->totals[RUN_PEAK] = strtoull(at + strlen(name), NULL, 10);
	for (size_t i = 0; i < run->count; i++)
		resident += run->regions[i].figures[RUN_RESIDENT];
	if (resident > run->totals[RUN_PEAK])
		run->totals[RUN_PEAK] = resident;
	text_free(&text);
}

const char *cost_run_read(struct cost_run *run, int task)
{
	char name[32];

	snprintf(name, sizeof name, "task/%d/smaps", task);
	read_proc(&run->smaps, run->pid, name);
	run->task = task;
	if (!run->smaps.length || run->smaps.lost ||
	    !read_lines(run, run->smaps.bytes))
		return "its memory cannot be read (/proc/pid/smaps)";
	read_peak(run);
	if (run->pages)
		read_pages(run);
	name_regions(run);
	return run->lost ? "no memory for its mappings" : NULL;
}
