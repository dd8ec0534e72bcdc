/*
 * premain/page/page_sizes.c
 *
 * Every byte of every file by its owner: the ledger of premain cost, of the
 * file as it is after strip.
 */
#include "premain/page/page.h"

#include <stdlib.h>
#include <string.h>

static const char kinds[] = "code\0constants\0data\0tables\0headers\0rest\0";

/* How owners' names begin, each behind the number of its kind. */
static const char owners[] =
	"0.text\0" "0.init\0" "0.fini\0" "0.plt\0" "0.iplt\0" "1.rodata\0"
	"1.eh_\0" "1.gcc_except\0" "3.dyn\0" "3.rel\0" "3.gnu.\0" "3.hash\0"
	"3.got\0" "3.interp\0" "4.note\0" "4.comment\0" "4.shstrtab\0"
	"4ELF\0" "4program\0" "4section\0" "5(";

/* A segment in a file without sections is code where it may be run; .data and
 * whatever has no line here is data. */
static unsigned int kind_of(const char *name)
{
	const char *at;

	if (strncmp(name, "segment ", 8) == 0)
		return strchr(name, 'X') ? 0 : strchr(name, 'W') ? 2 : 1;
	if (strstr(name, "_array"))
		return 2;
	for (at = owners; at < owners + sizeof owners; at += strlen(at) + 1)
		if (strncmp(name, at + 1, strlen(at + 1)) == 0)
			return (unsigned int)(*at - '0');
	return 2;
}

static int compare_parts(const void *left, const void *right)
{
	const struct bar_part *a = left, *b = right;
	unsigned int one = kind_of(a->name), other = kind_of(b->name);

	if (one != other)
		return one < other ? -1 : 1;
	return a->amount > b->amount ? -1 : a->amount < b->amount;
}

static void put_owner(struct text *text, const struct owner *owner)
{
	page_open_line(text, owner->name);
	text_put(text, "<td>");
	put_number(text, owner->own[IN_FILE]);
	text_put(text, "</td><td>");
	put_number(text, owner->own[IN_MEMORY]);
	text_put(text, "</td></tr>\n");
}

static void put_owners(struct text *text, const struct row *row)
{
	text_put(text, "<details><summary>Every owner</summary>\n");
	page_open_table(text, "fits", "In memory a segment has whole "
			"pages", "<owner\0bytes in the file\0"
			"bytes in memory\0");
	for (size_t i = 0; i < row->ledger.count; i++)
		put_owner(text, &row->ledger.owners[i]);
	page_close_table(text);
	text_put(text, "</details>\n");
}

static void put_bar(struct text *text, const struct row *row)
{
	const struct ledger *ledger = &row->ledger;
	struct bar bar = {"Owners of the file's bytes", "bytes",
			  calloc(ledger->count + 1, sizeof *bar.parts), 0};

	if (!bar.parts) {
		text->lost = true;
		return;
	}
	for (; bar.count < ledger->count; bar.count++) {
		const struct owner *owner = &ledger->owners[bar.count];

		bar.parts[bar.count] = (struct bar_part){owner->name,
			nth_word(kinds, kind_of(owner->name)),
			owner->own[IN_FILE]};
	}
	if (bar.count)
		qsort(bar.parts, bar.count, sizeof *bar.parts, compare_parts);
	page_put_bar(text, &bar);
	free(bar.parts);
}

static void put_row(struct text *text, const struct row *row,
		    unsigned long long largest)
{
	text_put(text, "<div class=\"owner\"><h3>");
	page_put_name(text, row, " <small>");
	put_number(text, row->bytes);
	text_put(text, " bytes</small></h3>\n");
	page_put_scale(text, row->bytes, largest);
	if (row->ledger.count) {
		put_bar(text, row);
		put_owners(text, row);
	} else {
		page_put_unknown(text, row, row->ledger_wrong ?
				 row->ledger_wrong : "it cannot be read");
	}
	text_put(text, "</div>\n");
}

void page_put_sizes(struct text *text, const struct comparison *comparison)
{
	unsigned long long largest = 0;
	size_t i;

	for (i = 0; i < comparison->row_count; i++)
		if (comparison->rows[i].bytes > largest)
			largest = comparison->rows[i].bytes;
	for (i = 0; i < comparison->row_count; i++)
		if (comparison->rows[i].bytes)
			put_row(text, &comparison->rows[i], largest);
}
