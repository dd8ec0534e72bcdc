/*
 * premain/live/live_run.c
 *
 * From the first instruction to main, and on to the exit, with a look at each
 * of these moments. Source: ptrace(2); proc_pid_maps(5), proc_pid_auxv(5).
 */
#include "premain/live/inside.h"
#include "premain/run/run.h"

#include <stdlib.h>

static void look(struct live *live, enum live_time time)
{
	live_read_ranges(live);
	live_read_slots(live, time);
}

static void look_at_all(struct live *live, bool to_the_end)
{
	live->entry = read_auxv(live->pid, AT_ENTRY);
	live_read_ranges(live);
	live_find_slots(live);
	live_read_slots(live, LIVE_FIRST);
	if (!live_run_to(live, live->entry)) {
		live->wrong = "it ended before its own first instruction";
		return;
	}
	live->stop = LIVE_ENTRY;
	look(live, LIVE_READY);
	live_name_ranges(live);
	if (live_run_to_main(live)) {
		look(live, LIVE_READY);
		live_name_ranges(live);
	}
	if (to_the_end && live_run_to_exit(live))
		live_read_slots(live, LIVE_END);
}

void live_run(struct live *live, char *const *command, long long limit,
	      bool to_the_end)
{
	live->deadline = run_clock() + limit;
	if (live_start(live, command))
		look_at_all(live, to_the_end);
	live_stop(live);
	if (live->lost)
		live->wrong = "no memory for it";
}

void live_free(struct live *live)
{
	live_forget_ranges(live);
	free(live->ranges);
	live_free_objects(live);
	for (size_t i = 0; i < live->slot_count; i++) {
		free(live->slots[i].name);
		for (int time = 0; time < LIVE_TIMES; time++)
			text_free(&live->slots[i].owners[time]);
	}
	free(live->slots);
	*live = (struct live){0};
}
