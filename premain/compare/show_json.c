/*
 * premain/compare/show_json.c
 *
 * For programs, in the shape of docs/compare.schema.json. `schema` names it
 * with its version: a name that is added leaves it, a name that changes or
 * goes raises it. What is not known is null. Source: RFC 8259.
 */
#include "premain/compare/cells.h"
#include "premain/diff/diff.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static void put_shipping(struct text *text,
			 const struct comparison *comparison,
			 const struct row *row)
{
	if (!row->ships) {
		json_put_members(text, "\nnshipped\0");
		return;
	}
	json_put_members(text, "\nushipped\0[shipped_with\0", row->shipped);
	for (size_t i = 0; i < row->needs.count; i++) {
		const struct shipped_file *file =
			&comparison->shipping.files[row->needs.files[i]];

		json_put_members(text, "\tspath\0ubytes\0}\0",
				 text_string(&file->path), file->bytes);
	}
	text_put(text, "]");
}

static void put_ratio_of(struct text *text, unsigned long long one,
			 unsigned long long other)
{
	text_put(text, ", \"ratio\": ");
	put_ratio(text, one, other);
}

static void put_file(struct text *text, const struct row *row,
		     unsigned long long smallest)
{
	const struct elf_facts *facts = &row->facts;

	json_put_members(text, "\nstype\0ie_type\0sinterpreter\0"
			 "\nubytes\0bstripped\0", elf_kind_name(facts->kind),
			 facts->type, facts->interpreter, row->bytes,
			 row->stripped);
	put_ratio_of(text, row->bytes, smallest);
	json_put_members(text, "ufile_bytes\0\nutext\0urodata\0udata\0ubss\0"
			 "\niload_segments\0urelocations\0",
			 facts->file_size, facts->text, facts->rodata,
			 facts->data, facts->bss, facts->loads,
			 facts->relocations);
}

static void put_owners(struct text *text, const struct row *row)
{
	const struct ledger *ledger = &row->ledger;

	json_put_members(text, "\n[owners\0");
	for (size_t i = 0; i < ledger->count; i++) {
		const struct owner *owner = &ledger->owners[i];

		json_put_members(text, "\tsname\0ufile\0umemory\0}\0",
				 owner->name, owner->own[IN_FILE],
				 owner->own[IN_MEMORY]);
	}
	text_put(text, "]");
}

static void put_steps(struct text *text, const struct step_counts *steps)
{
	const unsigned long long *phases = steps->phases;

	if (!steps->known) {
		json_put_members(text, "\nnsteps\0");
		return;
	}
	json_put_members(text, "\n{steps\0uall\0bmore\0uloader\0ustart\0"
			 "umain\0uexit\0}\0", steps->all, steps->more,
			 phases[0], phases[1], phases[2], phases[3]);
}

static void put_starts(struct text *text, const struct timing *timing,
		       unsigned long long floor)
{
	const struct start *last = timing->starts + timing->rounds;

	if (!timing->rounds) {
		json_put_members(text, "\nnstarts\0");
		return;
	}
	json_put_members(text, "\n{starts\0irounds\0ulower_ns\0umedian_ns\0"
			 "uupper_ns\0uslowest_ns\0", timing->rounds,
			 timing->lower, timing->median, timing->upper,
			 last[-1].time);
	if (timing->rounds < ROUNDS_TO_TELL)
		json_put_members(text, "nratio\0");
	else
		put_ratio_of(text, timing->median, floor);
	json_put_members(text, "[outliers\0");
	for (unsigned int i = 0; i < timing->outliers; i++) {
		last--;
		json_put_members(text, "\tiround\0uns\0}\0", last->round,
				 last->time);
	}
	text_put(text, "]}");
}

static void put_run(struct text *text, const struct row *row)
{
	const struct trace *trace = row->trace;
	enum ending ending = row->outcome.ending;
	char hash[17];

	if (trace)
		json_put_members(text, "\n{system_calls\0uall\0udistinct\0"
				 "ufailed\0ulines_not_understood\0}\0",
				 trace->calls,
				 (unsigned long long)trace->distinct,
				 trace->failed, trace->unknown);
	else
		json_put_members(text, "\nnsystem_calls\0");
	put_steps(text, &row->steps);
	json_put_members(text, ending == END_EXIT ? "\niexit_status\0" :
						    "\nnexit_status\0",
			 row->outcome.value);
	snprintf(hash, sizeof hash, "%016llx",
		 (unsigned long long)row->output.hash);
	json_put_members(text, "btimed_out\0ssignal\0\n{output\0ubytes\0"
			 "sfnv1a64\0bbinary\0", ending == END_TIME,
			 ending == END_SIGNAL ?
			 run_signal_name(row->outcome.value) : NULL,
			 row->output.total, hash,
			 capture_is_binary(&row->output));
	json_put_members(text, "}\0{errors\0ubytes\0}\0",
			 row->errors.total);
}

static void put_row(struct text *text, const struct comparison *comparison,
		    const struct row *row, unsigned long long smallest)
{
	text_put(text, "    {");
	json_put_members(text, "sfile\0svariant\0sstate\0\nsnote\0"
			 "\nscommand\0", row->source,
			 row->variant ? row->name : NULL, state_name(row),
			 text_string(&row->note), text_string(&row->command));
	if (row->bytes) {
		put_file(text, row, smallest);
		put_owners(text, row);
		put_shipping(text, comparison, row);
	}
	if (row->ran) {
		put_run(text, row);
		put_starts(text, &row->timing, floor_start(comparison));
		put_live(text, row->live);
	}
	text_put(text, "}");
}

static void put_event_object(struct text *text,
			     const struct trace_event *event,
			     const struct explanation *explanation)
{
	json_put_members(text, "\tipid\0skind\0sname\0", event->pid,
			 nth_word("unknown\0call\0\0\0signal\0exit",
				  event->kind), event->name);
	text_put(text, ", \"text\": ");	/* "" is no null */
	json_put_string(text, event->arguments, strlen(event->arguments));
	json_put_members(text, "sresult\0bfailed\0\nsphase\0sbasis\0"
			 "ssentence\0}\0", event->result, event->failed,
			 phase_word(explanation->phase),
			 basis_word(explanation->basis),
			 text_string(&explanation->sentence));
}

static void put_events(struct text *text, const struct row *row)
{
	struct explanation *explanations =
		explain_events(row->trace->events, row->trace->count);

	text->lost = text->lost || !explanations;
	text_put(text, "    {");
	json_put_members(text, "svariant\0[events\0", row->name);
	for (size_t i = 0; explanations && i < row->trace->count; i++)
		put_event_object(text, &row->trace->events[i],
				 &explanations[i]);
	explanations_free(explanations, row->trace->count);
	text_put(text, "]}");
}

/* The place of an event in one of the two lists above. */
static void put_place(struct text *text, const char *members,
		      const struct diff_event *event)
{
	json_put_members(text, members + (event ? 0 : strlen(members) + 2),
			 event ? event->number - 1 : 0ULL);
}

static void put_pairing(struct text *text, const struct pair *pair)
{
	struct pairing pairing;

	if (!pair_rows(&pairing, pair->left, pair->right))
		text->lost = text->lost || errno != EDOM;
	for (size_t i = 0; i < pairing.count; i++) {
		const struct diff_row *row = &pairing.rows[i];
		struct text part = {0}, reason = {0};

		put_role(&part, row->a ? row->a : row->b);
		put_reason(&reason, &pairing, row);
		json_put_members(text, " skind\0",
				 nth_word("same\0changed\0left\0right",
					  row->kind));
		put_place(text, "uleft\0\0nleft\0", row->a);
		put_place(text, "uright\0\0nright\0", row->b);
		json_put_members(text, "spart\0sreason\0}\0",
				 text_string(&part), text_string(&reason));
		text_free(&part);
		text_free(&reason);
	}
	pairing_free(&pairing);
}

static void put_remark_list(struct text *text,
			    const struct comparison *comparison)
{
	struct text remarks = {0};
	const char *at, *end, *between = "";

	put_remarks(&remarks, comparison, "");
	text_put(text, "  \"remarks\": [");
	for (at = text_string(&remarks); *at; at = end + 1) {
		end = strchr(at, '\n');
		text_put(text, between);
		json_put_string(text, at, (size_t)(end - at));
		between = ",\n    ";
	}
	text_put(text, "]");
	text_free(&remarks);
}

void show_json(struct text *text, const struct comparison *comparison)
{
	struct pair pair = pair_choose(comparison);
	unsigned long long smallest = smallest_size(comparison);
	size_t i;

	text_put(text, "{");
	json_put_members(text, "\nsschema\0\nscommand\0\nstracer\0\n[rows\0",
			 "premain-compare/3", "premain compare",
			 nth_word("\0strace\0qemu-x86_64\0premain",
				  comparison->tracer.kind));
	for (i = 0; i < comparison->row_count; i++) {
		text_put(text, i ? ",\n" : "\n");
		put_row(text, comparison, &comparison->rows[i], smallest);
	}
	text_put(text, "\n  ],\n");
	put_remark_list(text, comparison);
	text_put(text, ",\n  \"pair\": [");
	if (pair.left) {
		text_put(text, "\n");
		put_events(text, pair.left);
	}
	if (pair.right) {
		text_put(text, pair.left ? ",\n" : "\n");
		put_events(text, pair.right);
	}
	text_put(text, "],\n  \"pairing\": [");
	if (pair.left && pair.right)
		put_pairing(text, &pair);
	text_put(text, "]\n}\n");
}
