/*
 * premain/cost/put_run.c
 *
 * What of a run is no column: how it has ended, its peak and its faults, and
 * page by page what is in memory.
 */
#include "premain/cost/run.h"
#include "premain/report/report.h"
#include "premain/run/run.h"

#include <string.h>
#include <sys/wait.h>

enum { PAGES_A_LINE = 64 };

static void put_ending(struct text *text, const struct cost_run *run)
{
	if (run->timed_out)
		text_put(text, "was ended when its time was over");
	else if (WIFSIGNALED(run->status))
		text_format(text, "was killed by %s",
			    run_signal_name(WTERMSIG(run->status)));
	else
		text_format(text, "exited with %d",
			    WEXITSTATUS(run->status));
}

/* " minor 12 (+4)" */
static void put_one(struct text *text, const char *before,
		    const struct cost_run *run, const struct cost_run *other,
		    size_t i)
{
	text_put(text, before);
	put_number(text, run->totals[i]);
	if (!other)
		return;
	text_put(text, " (");
	cost_put_difference(text, run->totals[i], other->totals[i]);
	text_put(text, ")");
}

void put_run(struct text *text, const char *name, const struct cost_run *run,
	     const char *other_name, const struct cost_run *other)
{
	for (const struct cost_run *one = run; one;
	     one = one == run ? other : NULL) {
		text_show(text, name);
		text_put(text, " ");
		put_ending(text, one);
		text_put(text, "\n");
		name = other_name;
	}
	put_one(text, "kB resident at most: ", run, other, RUN_PEAK);
	put_one(text, "; page faults: minor ", run, other, RUN_MINOR);
	put_one(text, ", major ", run, other, RUN_MAJOR);
	text_put(text, "\n\n");
}

static void put_members(struct text *text, const char *before,
			const struct cost_run *run)
{
	text_format(text, ",\n \"%speak_kb\": %llu, \"%sminor_faults\": %llu, "
		    "\"%smajor_faults\": %llu, \"%sending\": \"", before,
		    run->totals[RUN_PEAK], before, run->totals[RUN_MINOR],
		    before, run->totals[RUN_MAJOR], before);
	put_ending(text, run);
	text_put(text, "\"");
}

static void put_json_pages(struct text *text, const struct cost_run *run)
{
	text_put(text, ",\n \"mappings\": [");
	for (size_t i = 0; i < run->count; i++) {
		const struct region_cost *region = &run->regions[i];

		json_put_members(text, " xstart\0xend\0spermissions\0uoffset\0"
				 "sowner\0spages\0}\0", region->range.start,
				 region->range.end, region->range.rights,
				 region->range.offset, region->owner,
				 region->pages);
	}
	text_put(text, "\n ]");
}

void put_run_json(struct text *text, const struct cost_run *run,
		  const struct cost_run *other)
{
	put_members(text, "", run);
	if (other)
		put_members(text, "against_", other);
	if (run->pages)
		put_json_pages(text, run);
}

void put_run_pages(struct text *text, const struct cost_run *run)
{
	text_put(text, "\nPages: . not in memory, s shared, c clean and at the "
		 "moment nobody else's,\nd its own, z shared with a child or "
		 "never written to, w in the swap.\n");
	for (size_t i = 0; i < run->count; i++) {
		const struct region_cost *region = &run->regions[i];
		size_t left = region->pages ? strlen(region->pages) : 0;

		if (!region->figures[RUN_RESIDENT])
			continue;
		text_format(text, "\n%012llx %s ",
			    (unsigned long long)region->range.start,
			    region->range.rights);
		text_show(text, region->owner);
		text_put(text, "\n");
		for (const char *at = region->pages; left; ) {
			size_t length = left < PAGES_A_LINE ? left :
				PAGES_A_LINE;

			text_put(text, "  ");
			text_add(text, at, length);
			text_put(text, "\n");
			at += length;
			left -= length;
		}
	}
}
