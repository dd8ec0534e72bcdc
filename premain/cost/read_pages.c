/*
 * premain/cost/read_pages.c
 *
 * A letter for each page: . is not in memory, s has other owners too, c is a
 * file's and at the moment of this process only, d is a copy or memory of its
 * own, z one that it shares with a child or has never written to, w is in the
 * swap. Source: Linux Documentation/admin-guide/mm/pagemap.rst.
 */
#include "premain/cost/run.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PAGE = 4096, MOST = 1 << 20 };	/* of one mapping: 4 GB */

static char letter(uint64_t entry)
{
	bool present = entry >> 63, swapped = entry >> 62 & 1;
	bool file = entry >> 61 & 1, exclusive = entry >> 56 & 1;

	if (!present)
		return swapped ? 'w' : '.';
	if (file)
		return exclusive ? 'c' : 's';
	return exclusive ? 'd' : 'z';
}

static void read_region(struct cost_run *run, struct region_cost *region,
			int pagemap)
{
	uint64_t entries[512], first = region->range.start / PAGE;
	size_t count = (size_t)(region->range.end / PAGE - first), done = 0;

	if (count > MOST)
		return;
	region->pages = malloc(count + 1);
	if (!region->pages) {
		run->lost = true;
		return;
	}
	while (done < count) {
		size_t piece = count - done < 512 ? count - done : 512;
		ssize_t got = pread(pagemap, entries, piece * sizeof *entries,
				    (off_t)((first + done) * sizeof *entries));

		if (got < (ssize_t)sizeof *entries)
			break;
		for (size_t i = 0; i < (size_t)got / sizeof *entries; i++)
			region->pages[done++] = letter(entries[i]);
	}
	while (done < count)
		region->pages[done++] = '?';	/* [vsyscall] is none of it */
	region->pages[done] = '\0';
}

void read_pages(struct cost_run *run)
{
	char path[64];
	int pagemap;

	snprintf(path, sizeof path, "/proc/%d/pagemap", run->task);
	pagemap = open(path, O_RDONLY | O_CLOEXEC);
	for (size_t i = 0; i < run->count; i++)
		read_region(run, &run->regions[i], pagemap);
	if (pagemap >= 0)
		close(pagemap);
}
