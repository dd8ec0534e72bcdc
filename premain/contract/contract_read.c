/*
 * premain/contract/contract_read.c
 *
 * A contract's lines: comments begin with #, empty lines say nothing.
 */
#include "premain/contract/contract.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct reader {
	struct contract *contract;
	size_t line, group;	/* group: the first clause behind {, and 1 */
	bool lost;
};

static const char pairs[] = "{ and } are not in pairs";

static void refuse(struct reader *reader, const char *wrong)
{
	if (reader->contract->wrong)
		return;
	reader->contract->wrong = wrong;
	reader->contract->wrong_line = reader->line;
}

static void add_section(struct reader *reader, size_t process)
{
	struct contract *contract = reader->contract;
	struct section *section = list_grow(&contract->sections,
		contract->section_count, &contract->section_room,
		sizeof *section);

	if (!section) {
		reader->lost = true;
		return;
	}
	contract->section_count++;
	section->process = process;
	section->first = contract->count;
}

/* "process 2", "process *" */
static bool take_section(struct reader *reader, const char *line)
{
	struct contract *contract = reader->contract;
	size_t process = 0;
	char *end;

	if (strncmp(line, "process ", 8) != 0)
		return false;
	line += 8 + strspn(line + 8, " ");
	process = strtoul(line, &end, 10);
	if (strcmp(line, "*") == 0)
		process = EVERY_PROCESS;
	else if (process == 0 || *end || *line < '1' || *line > '9')
		refuse(reader, "process, and no number or *");
	if (reader->group || (contract->count && !contract->divided))
		refuse(reader, "process, and not before any call");
	contract->divided = true;
	add_section(reader, process);
	return true;
}

static bool take_brace(struct reader *reader, const char *line)
{
	struct contract *contract = reader->contract;
	size_t count;

	if (strcmp(line, "{") != 0 && strcmp(line, "}") != 0)
		return false;
	if (!reader->group != (*line == '{')) {
		refuse(reader, pairs);
		return true;
	}
	count = contract->count - (reader->group - 1);
	if (*line == '{') {
		reader->group = contract->count + 1;
		return true;
	}
	if (count > CONTRACT_GROUP)
		refuse(reader, "more than 8 calls between { and }");
	else if (count)
		contract->clauses[reader->group - 1].group = count;
	reader->group = 0;
	return true;
}

/* "? " "+ " "?+ " in front of a clause. */
static const char *take_marks(struct clause *clause, const char *line)
{
	size_t marks = strspn(line, "?+");

	if (marks == 0 || marks > 2 || line[marks] != ' ' ||
	    (marks == 2 && line[0] == line[1]))
		return line;
	clause->optional = memchr(line, '?', marks) != NULL;
	clause->repeated = memchr(line, '+', marks) != NULL;
	return line + marks + strspn(line + marks, " ");
}

static void add_clause(struct reader *reader, const char *line)
{
	struct contract *contract = reader->contract;
	struct clause *clause = list_grow(&contract->clauses, contract->count,
				     &contract->room, sizeof *clause);

	if (!contract->section_count)
		add_section(reader, EVERY_PROCESS);
	if (clause) {
		clause->line = reader->line;
		clause->any = strcmp(line, "...") == 0;
		clause->text = strdup(take_marks(clause, line));
	}
	if (!clause || !clause->text || reader->lost) {
		reader->lost = true;
		return;
	}
	if (clause->any && reader->group)
		refuse(reader, "... between { and }");
	contract->count++;
	contract->sections[contract->section_count - 1].count++;
}

static void take_line(struct reader *reader, char *line)
{
	size_t length;

	line += strspn(line, " \t");
	length = strlen(line);
	while (length && strchr(" \t\r", line[length - 1]))
		line[--length] = '\0';
	if (length == 0 || *line == '#')
		return;
	if (!take_section(reader, line) && !take_brace(reader, line))
		add_clause(reader, line);
}

bool contract_read(struct contract *contract, int fd)
{
	struct reader reader = {.contract = contract};
	struct text text = {0};
	bool read = text_read(&text, fd);
	char *line, *next;

	for (line = text.bytes; line && *line; line = next) {
		next = line + strcspn(line, "\n");
		if (*next)
			*next++ = '\0';
		reader.line++;
		take_line(&reader, line);
	}
	if (reader.group)
		refuse(&reader, pairs);
	if (!contract->section_count)
		add_section(&reader, EVERY_PROCESS);
	if (text.lost || reader.lost)
		errno = ENOMEM;
	reader.lost = reader.lost || text.lost;
	text_free(&text);
	return read && !reader.lost && !contract->wrong;
}

void contract_free(struct contract *contract)
{
	for (size_t i = 0; i < contract->count; i++)
		free(contract->clauses[i].text);
	free(contract->clauses);
	free(contract->sections);
}
