/*
 * premain/page/page_slots.c
 *
 * The table of addresses (GOT) of each program, by when: as the file has it,
 * as the loader leaves it for main, and as it is at the exit.
 */
#include "premain/page/page.h"

enum { OPEN_SLOTS = 8 };	/* so few are shown unasked */

static void put_value(struct text *text, const struct live_slot *slot,
		      enum live_time time, const char *head)
{
	const struct text *owner = &slot->owners[time];
	uint64_t value = slot->values[time];

	text_format(text, "<td class=\"left wide\" data-head=\"%s\">", head);
	if (!slot->known[time]) {
		text_put(text, "not seen");
	} else if (time && slot->known[time - 1] &&
		   value == slot->values[time - 1]) {
		text_put(text, "the same");
	} else {
		text_format(text, "<code>%#llx</code> ",
			    (unsigned long long)value);
		html_put_string(text, owner->length ? owner->bytes :
				value ? "no address yet" : "nothing");
	}
	text_put(text, "</td>");
}

static void put_slot(struct text *text, const struct live_slot *slot)
{
	text_put(text, "<tr><th scope=\"row\">");
	html_put_string(text, *slot->name ? slot->name : "(an ifunc's)");
	text_format(text, "<br><small>%s</small></th><td class=\"left "
		    "wide\" data-head=\"slot\"><code>%#llx</code> %s, %s"
		    "</td>",
		    live_slot_type(slot), (unsigned long long)slot->address,
		    slot->relro ? "RELRO" : "no RELRO",
		    slot->writable ? "writable" : "read-only");
	put_value(text, slot, LIVE_FIRST, "first");
	put_value(text, slot, LIVE_READY, "main");
	put_value(text, slot, LIVE_END, "exit");
	text_put(text, "</tr>\n");
}

static void put_slots(struct text *text, const struct live *live)
{
	struct text caption = {0};

	text_format(&caption, "slots: %llu", live->slots_found);
	if (live->slot_count < live->slots_found)
		text_format(&caption, ", the first %zu of them",
			    live->slot_count);
	if (live->no_main)
		text_format(&caption, "; \"before main\" is AT_ENTRY here, "
			    "for %s", live->no_main);
	page_open_table(text, "cards fits even", text_string(&caption),
			"<symbol\0<slot\0<at the first instruction\0"
			"<before main\0<at the exit\0");
	text_free(&caption);
	for (size_t i = 0; i < live->slot_count; i++)
		put_slot(text, &live->slots[i]);
	page_close_table(text);
}

/* One sentence for all programs without a slot. */
static void put_empty(struct text *text, const struct comparison *comparison)
{
	const char *between = "<p>Without a slot: ";
	bool any = false;

	for (size_t i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (!row->live || row->live->slots_found ||
		    row->live->wrong || row->live->no_slots)
			continue;
		text_put(text, between);
		page_put_name(text, row, "");
		between = ", ";
		any = true;
	}
	text_put(text, any ? ".</p>\n" : "");
}

void page_put_slots(struct text *text, const struct comparison *comparison)
{
	put_empty(text, comparison);
	for (size_t i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		if (row->live && row->live->slots_found) {
			page_open_row(text, row, row->live->slot_count <=
						 OPEN_SLOTS);
			put_slots(text, row->live);
			text_put(text, "</details>\n");
		} else if (row->live && row->live->wrong) {
			page_put_unknown(text, row, row->live->wrong);
		} else if (row->live && row->live->no_slots) {
			page_put_unknown(text, row, row->live->no_slots);
		}
	}
}
