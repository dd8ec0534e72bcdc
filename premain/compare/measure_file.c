/*
 * premain/compare/measure_file.c
 *
 * The figures that are in the file, and its size once it is stripped. Without
 * section headers nothing is to strip.
 */
#include "premain/compare/compare.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* A wrapper may hand out another kind of file than it was asked for. */
static void check_kind(struct row *row)
{
	if (row->variant && row->facts.kind != row->variant->wanted)
		text_format(&row->note, "asked for %s, the file is %s",
			    elf_kind_name(row->variant->wanted),
			    elf_kind_name(row->facts.kind));
}

bool measure_file(struct comparison *comparison, struct row *row,
		  const char *program)
{
	int fd = open(program, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	const char *wrong;

	if (fd < 0) {
		wrong = strerror(errno);
	} else {
		wrong = elf_read_facts(fd, &row->facts);
		close(fd);
	}
	if (wrong) {
		row->state = ROW_FAILED;
		text_put(&row->note, wrong);
		complain(comparison, row, "%s", wrong);
		return false;
	}
	check_kind(row);
	row->bytes = row->facts.file_size;
	row->stripped = !row->facts.sections ||
			strip_size(&comparison->shipping, program, &row->bytes);
	measure_ledger(row, row->facts.sections && row->stripped ?
		       comparison->shipping.copy : program);
	return true;
}
