/*
 * premain/cost/cost_show.c
 *
 * A ledger as a table, Markdown, CSV or JSON: the largest owner first, and at
 * the end of a table their sum. A figure that is not known is a dash, null,
 * or nothing; what it is summed up to is not known either.
 */
#include "premain/cost/cost.h"
#include "premain/report/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 12.3 %, of a whole that is not 0. */
static void put_share(struct text *text, unsigned long long part,
		      unsigned long long whole)
{
	unsigned long long thousandths;

	if (!whole || part > ~0ULL / 1000)
		return;
	thousandths = (part * 1000 + whole / 2) / whole;
	text_format(text, "%llu.%llu %%", thousandths / 10, thousandths % 10);
}

/* +12.3 %, of a figure that is neither 0 nor the same. */
static void put_change(struct text *text, unsigned long long now,
		       unsigned long long before)
{
	if (now == before || !before || now == COST_UNKNOWN ||
	    before == COST_UNKNOWN)
		return;
	text_put(text, now > before ? "+" : "-");
	put_share(text, now > before ? now - before : before - now, before);
}

/* The columns of a sheet, each behind those of its own figure. */
struct columns {
	struct column list[GRID_COLUMNS];
	char heads[COST_FIGURES][12];
	size_t count;
};

static void add_column(struct columns *columns, signed char block,
		       const char *group, const char *head)
{
	columns->list[columns->count] = (struct column){group, head, block,
		columns->count == 0};
	columns->count++;
}

/* From "private_dirty_kb" to "dirty"; which group it is in, or NULL. */
static const char *put_head(char head[12], const char *name)
{
	const char *group = strncmp(name, "shared_", 7) == 0 ? "shared" :
			    strncmp(name, "private_", 8) == 0 ? "private" :
			    NULL;

	if (group)
		name += strlen(group) + 1;
	snprintf(head, 12, "%.*s", (int)strcspn(name, "_"), name);
	return group;
}

static void make_columns(struct columns *columns, const struct sheet *sheet)
{
	static const char against[] = "against";

	add_column(columns, 0, NULL, "owner");
	for (size_t i = 0; i < sheet->count; i++) {
		const char *name = nth_word(sheet->figures, i);
		char *head = columns->heads[i];

		add_column(columns, 0, put_head(head, name), head);
		if (i == 0 && sheet->shares)
			add_column(columns, 0, NULL, "share");
	}
	for (size_t i = 0; sheet->against && i < sheet->count; i++) {
		add_column(columns, 1, against, columns->heads[i]);
		if (sheet->shares)
			add_column(columns, 1, against, "");
	}
}

static void fill_row(struct grid_row *row, const struct owner *owner,
		     const struct owner *total, const struct sheet *sheet)
{
	struct text *cell = row->cells;

	text_show(cell++, owner->name);
	for (size_t i = 0; i < sheet->count; i++) {
		if (owner->own[i] == COST_UNKNOWN)
			text_put(cell++, "-");
		else
			put_number(cell++, owner->own[i]);
		if (i == 0 && sheet->shares)
			put_share(cell++, owner->own[i], total->own[i]);
	}
	for (size_t i = 0; sheet->against && i < sheet->count; i++) {
		unsigned long long other = owner->own[OTHERS + i];

		cost_put_difference(cell++, owner->own[i], other);
		if (sheet->shares)
			put_change(cell++, owner->own[i], other);
	}
}

static void show_grid(struct text *text, const struct ledger *ledger,
		      const struct owner *total, const struct sheet *sheet,
		      bool markdown)
{
	struct columns columns = {.count = 0};
	struct grid grid = {.columns = columns.list};
	struct terminal terminal;

	make_columns(&columns, sheet);
	grid.column_count = columns.count;
	grid.rows = calloc(ledger->count + 1, sizeof *grid.rows);
	if (!grid.rows) {
		text->lost = true;
		return;
	}
	for (size_t i = 0; i < ledger->count; i++)
		fill_row(&grid.rows[grid.row_count++], &ledger->owners[i],
			 total, sheet);
	fill_row(&grid.rows[grid.row_count++], total, total, sheet);
	terminal_look(&terminal);
	if (markdown)
		grid_put_markdown(text, &grid);
	else
		grid_put_table(text, &grid, &terminal);
	grid_free(&grid);
}

/* The figures of CSV and JSON, the own ones and then the others: their names
 * and what they are. In CSV the others are empty where there is no other. */
static void put_name(struct text *text, const char *format,
		     const struct sheet *sheet, size_t i)
{
	text_format(text, format, i < sheet->count ? "" : "against_",
		    nth_word(sheet->figures, i % sheet->count));
}

static void put_figure(struct text *text, const char *unknown,
		       const struct owner *owner, const struct sheet *sheet,
		       size_t i)
{
	bool others = i >= sheet->count;
	unsigned long long figure = owner->own[others ?
					       OTHERS + i - sheet->count : i];

	if (figure == COST_UNKNOWN || (others && !sheet->against))
		text_put(text, unknown);
	else
		text_format(text, "%llu", figure);
}

static void show_csv(struct text *text, const struct ledger *ledger,
		     const struct sheet *sheet)
{
	text_put(text, "owner");
	for (size_t i = 0; i < 2 * sheet->count; i++)
		put_name(text, ",%s%s", sheet, i);
	text_put(text, "\r\n");
	for (size_t i = 0; i < ledger->count; i++) {
		const struct owner *owner = &ledger->owners[i];

		csv_put_field(text, owner->name);
		for (size_t j = 0; j < 2 * sheet->count; j++) {
			text_put(text, ",");
			put_figure(text, "", owner, sheet, j);
		}
		text_put(text, "\r\n");
	}
}

static void show_json(struct text *text, const struct ledger *ledger,
		      const struct sheet *sheet)
{
	size_t figures = sheet->count << (sheet->against != NULL);

	text_put(text, "{\"schema\": 1");
	json_put_members(text, sheet->kind, sheet->subject, sheet->against);
	text_put(text, text_string(&sheet->members));
	text_put(text, ",\n \"owners\": [");
	for (size_t i = 0; i < ledger->count; i++) {
		const struct owner *owner = &ledger->owners[i];

		json_put_members(text, " sname\0", owner->name);
		for (size_t j = 0; j < figures; j++) {
			put_name(text, ", \"%s%s\": ", sheet, j);
			put_figure(text, "null", owner, sheet, j);
		}
		text_put(text, "}");
	}
	text_put(text, "\n ]}\n");
}

static struct owner sum_up(const struct ledger *ledger)
{
	struct owner total = {.name = "(all)"};

	for (size_t i = 0; i < ledger->count; i++)
		for (size_t j = 0; j < OTHERS + COST_FIGURES; j++) {
			unsigned long long *sum = &total.own[j];
			unsigned long long more = ledger->owners[i].own[j];

			if (*sum != COST_UNKNOWN)
				*sum = more == COST_UNKNOWN ? more :
							      *sum + more;
		}
	return total;
}

void cost_show(struct text *text, struct ledger *ledger,
	       const struct sheet *sheet, enum cost_format format)
{
	struct owner total = sum_up(ledger);

	ledger_sort(ledger);
	switch (format) {
	case AS_TABLE:
	case AS_MARKDOWN:
		show_grid(text, ledger, &total, sheet, format == AS_MARKDOWN);
		break;
	case AS_CSV:
		show_csv(text, ledger, sheet);
		break;
	case AS_JSON:
		show_json(text, ledger, sheet);
		break;
	}
}
