/*
 * premain/contract/contract_read.c
 *
 * A contract's lines: comments begin with #, empty lines say nothing.
 */
#include "premain/contract/contract.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void add(struct contract *contract, char *line, size_t number)
{
	struct clause *clauses;
	size_t length;

	line += strspn(line, " \t");
	length = strlen(line);
	while (length && strchr(" \t\r", line[length - 1]))
		line[--length] = '\0';
	if (length == 0 || *line == '#')
		return;
	clauses = reallocarray(contract->clauses, contract->count + 1,
			       sizeof *clauses);
	if (!clauses) {
		contract->lost = true;
		return;
	}
	contract->clauses = clauses;
	clauses += contract->count;
	*clauses = (struct clause){.line = number,
		.any = strcmp(line, "...") == 0,
		.optional = strncmp(line, "? ", 2) == 0};
	clauses->text = strdup(clauses->optional ? line + 2 : line);
	if (clauses->text)
		contract->count++;
	else
		contract->lost = true;
}

int contract_read(struct contract *contract, int fd)
{
	struct text text = {0};
	char piece[4096], *line, *next;
	ssize_t length;
	size_t number = 0;

	while ((length = read(fd, piece, sizeof piece)) > 0)
		text_add(&text, piece, (size_t)length);
	for (line = text.bytes; line && *line; line = next) {
		next = line + strcspn(line, "\n");
		if (*next)
			*next++ = '\0';
		add(contract, line, ++number);
	}
	if (text.lost || contract->lost)
		errno = ENOMEM;
	contract->lost = contract->lost || text.lost;
	text_free(&text);
	return length < 0 || contract->lost ? -1 : 0;
}

void contract_free(struct contract *contract)
{
	for (size_t i = 0; i < contract->count; i++)
		free(contract->clauses[i].text);
	free(contract->clauses);
}
