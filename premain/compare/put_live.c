/*
 * premain/compare/put_live.c
 *
 * What was in a program's memory when main began, and each slot of its GOT, by
 * when. Addresses are strings: a JSON number may have 53 bits only.
 */
#include "premain/compare/cells.h"

static void put_ranges(struct text *text, const struct live *live)
{
	for (size_t i = 0; i < live->range_count; i++) {
		const struct live_range *range = &live->ranges[i];

		json_put_members(text, "\txstart\0xend\0uoffset\0srights\0"
				 "spath\0sowner\0}\0", range->start,
				 range->end, range->offset, range->rights,
				 range->path, text_string(&range->owner));
	}
}

static void put_slots(struct text *text, const struct live *live)
{
	for (size_t i = 0; i < live->slot_count; i++) {
		const struct live_slot *slot = &live->slots[i];

		json_put_members(text, "\tssymbol\0stype\0xaddress\0brelro\0"
				 "bwritable\0[values\0", slot->name,
				 live_slot_type(slot), slot->address,
				 slot->relro, slot->writable);
		for (size_t time = 0; time < LIVE_TIMES; time++) {
			json_put_members(text, slot->known[time] ?
				"\txvalue\0sowner\0}\0" :
				"\tnvalue\0nowner\0}\0", slot->values[time],
				text_string(&slot->owners[time]));
		}
		text_put(text, "]}");
	}
}

void put_live(struct text *text, const struct live *live)
{
	json_put_members(text, "\n{live\0sstop\0snote\0[memory\0",
			 nth_word("\0entry\0main\0main, guessed", live->stop),
			 live->wrong ? live->wrong : live->no_main);
	put_ranges(text, live);
	json_put_members(text, "]\0\nuslots\0sno_slots\0[got\0",
			 live->slots_found, live->no_slots);
	put_slots(text, live);
	text_put(text, "]}");
}
