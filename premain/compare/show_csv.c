/*
 * premain/compare/show_csv.c
 *
 * For a spreadsheet: names as they are, numbers without commas, one line a
 * row, lines end in CR LF. Source: RFC 4180.
 */
#include "premain/compare/cells.h"

#include <string.h>

static const char head[] =
	"file,variant,state,type,interpreter,bytes,stripped,ratio,text,rodata,"
	"data,bss,load_segments,relocations,calls,distinct,failed,exit,note,"
	"shipped,steps,steps_loader,steps_start,steps_main,steps_exit,rounds,"
	"start_lower_ns,start_median_ns,start_upper_ns,start_outliers";

const char *state_name(const struct row *row)
{
	switch (row->state) {
	case ROW_MEASURED: return "measured";
	case ROW_MISSING: return "missing";
	case ROW_ASIDE: return "aside";
	case ROW_FAILED: break;
	}
	return "failed";
}

static void put_file(struct text *text, const struct row *row,
		     unsigned long long smallest)
{
	const struct elf_facts *facts = &row->facts;

	text_format(text, ",%s,", elf_kind_name(facts->kind));
	csv_put_field(text, facts->interpreter);
	text_format(text, ",%llu,%s,", row->bytes,
		    row->stripped ? "yes" : "no");
	put_ratio(text, row->bytes, smallest);
	text_format(text, ",%llu,%llu,%llu,%llu,%u,%llu", facts->text,
		    facts->rodata, facts->data, facts->bss, facts->loads,
		    facts->relocations);
}

static void put_run(struct text *text, const struct row *row)
{
	if (row->ran && row->trace)
		text_format(text, ",%llu,%zu,%llu,", row->trace->calls,
			    row->trace->distinct, row->trace->failed);
	else
		text_put(text, ",,,,");
	if (row->ran)
		put_ending(text, &row->outcome);
}

/* Without a number where it is not known, or only that there are more. */
static void put_steps(struct text *text, const struct step_counts *steps)
{
	if (!steps->known || steps->more) {
		text_fill(text, ',', 1 + STEP_PHASES);
		return;
	}
	text_format(text, ",%llu", steps->all);
	for (size_t i = 0; i < STEP_PHASES; i++)
		text_format(text, ",%llu", steps->phases[i]);
}

static void put_starts(struct text *text, const struct timing *timing)
{
	if (timing->rounds)
		text_format(text, ",%u,%llu,%llu,%llu,%u", timing->rounds,
			    timing->lower, timing->median, timing->upper,
			    timing->outliers);
	else
		text_put(text, ",,,,,");
}

void show_csv(struct text *text, const struct comparison *comparison)
{
	unsigned long long smallest = smallest_size(comparison);
	size_t i;

	text_format(text, "%s\r\n", head);
	for (i = 0; i < comparison->row_count; i++) {
		const struct row *row = &comparison->rows[i];

		csv_put_field(text, row->source);
		text_put(text, ",");
		if (row->variant)
			text_put(text, row->name);
		text_format(text, ",%s", state_name(row));
		if (row->bytes) {
			put_file(text, row, smallest);
			put_run(text, row);
		} else {
			text_fill(text, ',', 15);	/* type to exit */
		}
		text_put(text, ",");
		csv_put_field(text, text_string(&row->note));
		text_put(text, ",");
		if (row->ships)
			text_format(text, "%llu", row->shipped);
		put_steps(text, &row->steps);
		put_starts(text, &row->timing);
		text_put(text, "\r\n");
	}
}
