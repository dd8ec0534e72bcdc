/*
 * premain/cost.c
 *
 * premain cost: every byte of a file, in the file and in memory, has an owner.
 */
#include "premain/cost/cost.h"
#include "premain/report/report.h"
#include "premain/subcommands.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum format { AS_TABLE, AS_MARKDOWN, AS_CSV, AS_JSON };

struct request {
	const char *file, *against;
	enum format format;
	bool symbols;
};

static const char help[] =
"usage: premain cost [OPTION...] FILE\n"
"\n"
"  --against=OTHER  what each owner has more or less than in OTHER\n"
"  --symbols        functions and variables instead of sections\n"
"  --format=F       table, markdown, csv or json\n"
"\n"
"Every byte of the file has one owner: a header, a section, a symbol; zeros\n"
"between them are padding, and what nobody claims is shown as unowned. In\n"
"memory, what a segment's pages have besides is the rest of pages.\n";

static int refuse(const char *word, const char *what)
{
	return refuse_word("cost", word, what);
}

static int set_format(struct request *request, const char *value)
{
	static const char *const names[] = {
		[AS_TABLE] = "table", [AS_MARKDOWN] = "markdown",
		[AS_CSV] = "csv", [AS_JSON] = "json"
	};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(value, names[i]) == 0) {
			request->format = (enum format)i;
			return 0;
		}
	return refuse(value, "no such format (premain cost --help lists them)");
}

static int read_options(struct request *request, char **words)
{
	int status = 0;

	for (; *words && status == 0; words++) {
		if (strncmp(*words, "--against=", 10) == 0)
			request->against = *words + 10;
		else if (strncmp(*words, "--format=", 9) == 0)
			status = set_format(request, *words + 9);
		else if (strcmp(*words, "--symbols") == 0)
			request->symbols = true;
		else if (**words == '-' && (*words)[1])
			status = refuse(*words, "no such option (premain cost"
					" --help lists them)");
		else if (request->file)
			status = refuse(*words, "one file at a time; another "
					"goes behind --against=");
		else
			request->file = *words;
	}
	if (status == 0 && !request->file)
		status = refuse("FILE", "is missing (premain cost --help)");
	return status;
}

static int read_file(const struct request *request, const char *path,
		     struct ledger *ledger)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	const char *wrong;

	if (fd < 0) {
		refuse(path, strerror(errno));
		return 1;
	}
	wrong = request->symbols ? cost_read_symbols(fd, ledger) :
				   cost_read(fd, ledger);
	close(fd);
	if (wrong)
		refuse(path, wrong);
	return wrong != NULL;
}

/* +1,234, -12; 0 without a sign. */
static void put_difference(struct text *text, unsigned long long now,
			   unsigned long long before)
{
	if (now == before) {
		text_put(text, "0");
		return;
	}
	text_put(text, now > before ? "+" : "-");
	put_number(text, now > before ? now - before : before - now);
}

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

static void put_change(struct text *text, unsigned long long now,
		       unsigned long long before)
{
	if (now == before || !before)
		return;
	text_put(text, now > before ? "+" : "-");
	put_share(text, now > before ? now - before : before - now, before);
}

static void fill_row(struct grid_row *row, const struct owner *owner,
		     const struct ledger *ledger, const struct request *request)
{
	struct text *cells = row->cells;

	text_put_visible(&cells[0], owner->name, strlen(owner->name));
	put_number(&cells[1], owner->file);
	put_share(&cells[2], owner->file, ledger->size);
	put_number(&cells[3], owner->memory);
	if (!request->against)
		return;
	put_difference(&cells[4], owner->file, owner->others_file);
	put_change(&cells[5], owner->file, owner->others_file);
	put_difference(&cells[6], owner->memory, owner->others_memory);
	put_change(&cells[7], owner->memory, owner->others_memory);
}

static void show_grid(struct text *text, const struct ledger *ledger,
		      const struct owner *total,
		      const struct request *request)
{
	static const struct column columns[] = {
		{0, NULL, "owner", true}, {0, NULL, "file", false},
		{0, NULL, "share", false}, {0, NULL, "memory", false},
		{0, "against", "file", false}, {0, "against", "", false},
		{0, "against", "memory", false}, {0, "against", "", false},
	};
	struct grid grid = {columns, request->against ? 8 : 4, NULL, 0};
	struct terminal terminal;

	grid.rows = calloc(ledger->count + 1, sizeof *grid.rows);
	if (!grid.rows) {
		text->lost = true;
		return;
	}
	for (size_t i = 0; i < ledger->count; i++)
		fill_row(&grid.rows[grid.row_count++], &ledger->owners[i],
			 ledger, request);
	fill_row(&grid.rows[grid.row_count++], total, ledger, request);
	terminal_look(&terminal);
	if (request->format == AS_TABLE)
		grid_put_table(text, &grid, &terminal);
	else
		grid_put_markdown(text, &grid);
	grid_free(&grid);
}

static void show_csv(struct text *text, const struct ledger *ledger)
{
	text_put(text, "owner,file,memory,against_file,against_memory\r\n");
	for (size_t i = 0; i < ledger->count; i++) {
		const struct owner *owner = &ledger->owners[i];

		csv_put_field(text, owner->name, strlen(owner->name));
		text_format(text, ",%llu,%llu,%llu,%llu\r\n", owner->file,
			    owner->memory, owner->others_file,
			    owner->others_memory);
	}
}

static void show_json(struct text *text, const struct ledger *ledger,
		      const struct request *request)
{
	text_put(text, "{\"schema\": 1, \"file\": ");
	json_put_string(text, request->file, strlen(request->file));
	text_put(text, ", \"against\": ");
	if (request->against)
		json_put_string(text, request->against,
				strlen(request->against));
	else
		text_put(text, "null");
	text_format(text, ",\n \"bytes\": %llu, \"owners\": [",
		    ledger->size);
	for (size_t i = 0; i < ledger->count; i++) {
		const struct owner *owner = &ledger->owners[i];

		text_put(text, i ? ",\n  {\"name\": " : "\n  {\"name\": ");
		json_put_string(text, owner->name, strlen(owner->name));
		text_format(text, ", \"file\": %llu, \"memory\": %llu",
			    owner->file, owner->memory);
		if (request->against)
			text_format(text, ", \"against_file\": %llu, "
				    "\"against_memory\": %llu",
				    owner->others_file, owner->others_memory);
		text_put(text, "}");
	}
	text_put(text, "\n ]}\n");
}

/* The sums of what is shown: the file's size, and that of its pages. */
static struct owner sum(const struct ledger *ledger)
{
	static char name[] = "(all)";
	struct owner total = {.name = name};

	for (size_t i = 0; i < ledger->count; i++) {
		total.file += ledger->owners[i].file;
		total.memory += ledger->owners[i].memory;
		total.others_file += ledger->owners[i].others_file;
		total.others_memory += ledger->owners[i].others_memory;
	}
	return total;
}

static int show(struct ledger *ledger, const struct request *request)
{
	struct owner total = sum(ledger);
	struct text text = {0};
	int status = 0;

	ledger_sort(ledger);
	switch (request->format) {
	case AS_TABLE:
	case AS_MARKDOWN:
		show_grid(&text, ledger, &total, request);
		break;
	case AS_CSV:
		show_csv(&text, ledger);
		break;
	case AS_JSON:
		show_json(&text, ledger, request);
		break;
	}
	if (text_write(1, &text) != 0) {
		refuse("standard output", strerror(errno));
		status = 1;
	}
	text_free(&text);
	return status;
}

int premain_cost(char **words)
{
	struct request request = {0};
	struct ledger ledger = {0}, other = {0};
	int status;

	if (*words && (strcmp(*words, "--help") == 0 ||
		       strcmp(*words, "-h") == 0))
		return fputs(help, stdout) < 0;
	status = read_options(&request, words);
	if (status)
		return status;
	status = read_file(&request, request.file, &ledger);
	if (!status && request.against) {
		status = read_file(&request, request.against, &other);
		if (!status)
			ledger_join(&ledger, &other);
	}
	if (!status)
		status = show(&ledger, &request);
	ledger_free(&ledger);
	ledger_free(&other);
	return status;
}
