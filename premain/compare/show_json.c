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
#include <string.h>

static const char schema[] = "premain-compare/2";

static void put_string(struct text *text, const char *string)
{
	json_put_string(text, string, strlen(string));
}

static void put_member(struct text *text, const char *name,
		       const char *string)
{
	text_format(text, "\"%s\": ", name);
	if (*string)
		put_string(text, string);
	else
		text_put(text, "null");
}

static void put_shipping(struct text *text,
			 const struct comparison *comparison,
			 const struct row *row)
{
	size_t i;

	if (!row->ships) {
		text_put(text, ",\n      \"shipped\": null");
		return;
	}
	text_format(text, ",\n      \"shipped\": %llu, \"shipped_with\": [",
		    row->shipped);
	for (i = 0; i < row->needs.count; i++) {
		const struct shipped_file *file =
			&comparison->shipping.files[row->needs.files[i]];

		text_put(text, i ? ",\n        {" : "\n        {");
		put_member(text, "path", text_string(&file->path));
		text_format(text, ", \"bytes\": %llu}", file->bytes);
	}
	text_put(text, "]");
}

static void put_file(struct text *text, const struct row *row,
		     unsigned long long smallest)
{
	const struct elf_facts *facts = &row->facts;

	text_put(text, ",\n      ");
	put_member(text, "type", elf_kind_name(facts->kind));
	text_format(text, ", \"e_type\": %u, ", facts->type);
	put_member(text, "interpreter", facts->interpreter);
	text_format(text, ",\n      \"bytes\": %llu, \"stripped\": %s, ",
		    row->bytes, row->stripped ? "true" : "false");
	text_put(text, "\"ratio\": ");
	put_ratio(text, row->bytes, smallest);
	text_format(text, ", \"file_bytes\": %llu,\n      \"text\": %llu, "
		    "\"rodata\": %llu, \"data\": %llu, \"bss\": %llu,\n      "
		    "\"load_segments\": %u, \"relocations\": %llu",
		    facts->file_size, facts->text, facts->rodata, facts->data,
		    facts->bss, facts->loads, facts->relocations);
}

static void put_owners(struct text *text, const struct row *row)
{
	const struct ledger *ledger = &row->ledger;

	text_put(text, ",\n      \"owners\": [");
	for (size_t i = 0; i < ledger->count; i++) {
		const struct owner *owner = &ledger->owners[i];

		text_put(text, i ? ",\n        {" : "\n        {");
		put_member(text, "name", owner->name);
		text_format(text, ", \"file\": %llu, \"memory\": %llu}",
			    owner->own[IN_FILE], owner->own[IN_MEMORY]);
	}
	text_put(text, "]");
}

static void put_steps(struct text *text, const struct step_counts *steps)
{
	static const char *const names[STEP_PHASES] = {
		"loader", "start", "main", "exit"
	};

	text_put(text, ",\n      \"steps\": ");
	if (!steps->known) {
		text_put(text, "null");
		return;
	}
	text_format(text, "{\"all\": %llu, \"more\": %s", steps->all,
		    steps->more ? "true" : "false");
	for (size_t i = 0; i < STEP_PHASES; i++)
		text_format(text, ", \"%s\": %llu", names[i],
			    steps->phases[i]);
	text_put(text, "}");
}

static void put_starts(struct text *text, const struct timing *timing,
		       unsigned long long floor)
{
	text_put(text, ",\n      \"starts\": ");
	if (!timing->rounds) {
		text_put(text, "null");
		return;
	}
	text_format(text, "{\"rounds\": %u, \"lower_ns\": %llu, "
		    "\"median_ns\": %llu, \"upper_ns\": %llu,\n        "
		    "\"outliers\": %u, \"slowest_ns\": %llu, \"ratio\": ",
		    timing->rounds, timing->lower, timing->median,
		    timing->upper, timing->outliers,
		    timing->times[timing->rounds - 1]);
	put_ratio(text, timing->median, floor);
	text_put(text, "}");
}

static void put_run(struct text *text, const struct row *row)
{
	bool ended = row->outcome.ending == END_EXIT;

	if (row->trace)
		text_format(text, ",\n      \"system_calls\": {\"all\": %llu, "
			    "\"distinct\": %zu, \"failed\": %llu, "
			    "\"lines_not_understood\": %llu}",
			    row->trace->calls, row->trace->distinct,
			    row->trace->failed, row->trace->unknown);
	else
		text_put(text, ",\n      \"system_calls\": null");
	put_steps(text, &row->steps);
	text_put(text, ",\n      \"exit_status\": ");
	if (ended)
		text_format(text, "%d", row->outcome.value);
	else
		text_put(text, "null");
	text_format(text, ", \"timed_out\": %s, ",
		    row->outcome.ending == END_TIME ? "true" : "false");
	put_member(text, "signal", row->outcome.ending == END_SIGNAL ?
		   run_signal_name(row->outcome.value) : "");
	text_format(text, ",\n      \"output\": {\"bytes\": %llu, "
		    "\"fnv1a64\": \"%016llx\", \"binary\": %s}, "
		    "\"errors\": {\"bytes\": %llu}",
		    row->output.total,
		    (unsigned long long)row->output.hash,
		    capture_is_binary(&row->output) ? "true" : "false",
		    row->errors.total);
}

static void put_row(struct text *text, const struct comparison *comparison,
		    const struct row *row, unsigned long long smallest)
{
	text_put(text, "    {");
	put_member(text, "file", row->source);
	text_put(text, ", ");
	put_member(text, "variant", row->variant ? row->name : "");
	text_put(text, ", ");
	put_member(text, "state", state_name(row));
	text_put(text, ",\n      ");
	put_member(text, "note", text_string(&row->note));
	text_put(text, ",\n      ");
	put_member(text, "command", text_string(&row->command));
	if (row->bytes) {
		put_file(text, row, smallest);
		put_owners(text, row);
		put_shipping(text, comparison, row);
	}
	if (row->ran) {
		put_run(text, row);
		put_starts(text, &row->timing, floor_start(comparison));
	}
	text_put(text, "}");
}

static void put_events(struct text *text, const struct row *row)
{
	static const char *const kinds[] = {
		[TRACE_UNKNOWN] = "unknown", [TRACE_CALL] = "call",
		[TRACE_SIGNAL] = "signal", [TRACE_EXIT] = "exit"
	};
	struct explanation *explanations =
		explain_events(row->trace->events, row->trace->count);
	size_t i;

	text->lost = text->lost || !explanations;
	text_put(text, "    {");
	put_member(text, "variant", row->name);
	text_put(text, ", \"events\": [");
	for (i = 0; explanations && i < row->trace->count; i++) {
		const struct trace_event *event = &row->trace->events[i];

		text_format(text, "%s\n      {\"pid\": %u, ", i ? "," : "",
			    event->pid);
		put_member(text, "kind", kinds[event->kind]);
		text_put(text, ", ");
		put_member(text, "name", event->name);
		text_put(text, ", \"text\": ");
		put_string(text, event->arguments);
		text_put(text, ", ");
		put_member(text, "result", event->result);
		text_format(text, ", \"failed\": %s,\n        "
			    "\"phase\": \"%s\", \"basis\": \"%s\", ",
			    event->failed ? "true" : "false",
			    phase_word(explanations[i].phase),
			    basis_word(explanations[i].basis));
		put_member(text, "sentence",
			   text_string(&explanations[i].sentence));
		text_put(text, "}");
	}
	explanations_free(explanations, row->trace->count);
	text_put(text, "]}");
}

/* The places of a row's events in the two lists above. */
static void put_place(struct text *text, const char *name,
		      const struct diff_event *event)
{
	if (event)
		text_format(text, "\"%s\": %llu, ", name, event->number - 1);
	else
		text_format(text, "\"%s\": null, ", name);
}

static void put_pairing(struct text *text, const struct pair *pair)
{
	static const char *const kinds[] = {
		[DIFF_SAME] = "same", [DIFF_CHANGED] = "changed",
		[DIFF_GONE] = "left", [DIFF_ADDED] = "right"
	};
	struct pairing pairing;

	if (!pair_rows(&pairing, pair->left, pair->right))
		text->lost = text->lost || errno != EDOM;
	for (size_t i = 0; i < pairing.count; i++) {
		const struct diff_row *row = &pairing.rows[i];
		struct text part = {0}, reason = {0};

		text_format(text, "%s\n    {\"kind\": \"%s\", ",
			    i ? "," : "", kinds[row->kind]);
		put_place(text, "left", row->a);
		put_place(text, "right", row->b);
		put_role(&part, row->a ? row->a : row->b);
		put_member(text, "part", text_string(&part));
		text_put(text, ", ");
		put_reason(&reason, &pairing, row);
		put_member(text, "reason", text_string(&reason));
		text_put(text, "}");
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

	put_remarks(&remarks, comparison, "", "\n");
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
	static const char *const tracers[] = {
		[TRACER_NONE] = "", [TRACER_STRACE] = "strace",
		[TRACER_QEMU] = "qemu-x86_64", [TRACER_OWN] = "premain"
	};
	struct pair pair = pair_choose(comparison);
	unsigned long long smallest = smallest_size(comparison);
	size_t i;

	text_put(text, "{\n  ");
	put_member(text, "schema", schema);
	text_put(text, ",\n  ");
	put_member(text, "command", "premain compare");
	text_put(text, ",\n  ");
	put_member(text, "tracer", tracers[comparison->tracer.kind]);
	text_put(text, ",\n  \"rows\": [");
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
