/*
 * premain/compare/measure_ledger.c
 *
 * Who owns each byte of a row's file: for the page and for JSON.
 */
#include "premain/compare/compare.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

void measure_ledger(struct row *row, const char *path)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	row->ledger_wrong = fd < 0 ? strerror(errno) :
				     cost_read(fd, &row->ledger, false);
	if (fd >= 0)
		close(fd);
	if (row->ledger_wrong)
		ledger_free(&row->ledger);
	else
		ledger_sort(&row->ledger);
}
