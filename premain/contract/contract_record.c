/*
 * premain/contract/contract_record.c
 *
 * A run as a contract that the next run will keep: what each run has anew, its
 * addresses above all, random bytes, the numbers of its processes, becomes *.
 */
#include "premain/contract/contract.h"

#include <stdlib.h>
#include <string.h>

/* A word of digits that is the number of one of the processes; our own tracer
 * has them in hexadecimal. */
static bool is_process(const struct trace *trace, const char *digits,
		       size_t length)
{
	unsigned long number = strtoul(digits, NULL,
				       digits[1] == 'x' ? 16 : 10);

	if (length < 3 || number < 100)	/* more likely something else */
		return false;
	for (size_t i = 0; i < trace->count; i++)
		if (trace->events[i].pid == number)
			return true;
	return false;
}

enum { LONG = 13 };	/* digits: 2^47 - 1, the last address, has 15 */

/* An address, a number, or one byte. */
static size_t word_length(const char *line)
{
	size_t sign = *line == '-';
	size_t digits = strspn(line + sign, "0123456789");

	if (strncmp(line, "0x", 2) == 0)
		return 2 + strspn(line + 2, "0123456789abcdef");
	if (sign && digits < LONG)
		return 1;
	return digits ? sign + digits : 1;
}

/* Numbers of addresses, which qemu may write as decimal ones, and processes,
 * and of the environment's "37 vars". */
static bool is_anew(const struct trace *trace, const char *line, size_t length)
{
	return (length > 6 && line[1] == 'x') || length >= LONG ||
	       is_process(trace, line, length) ||
	       strncmp(line + length, " vars */", 8) == 0;
}

static void put_line(struct text *text, const struct trace *trace,
		     const char *line)
{
	bool inside = false;		/* of a string */

	for (size_t length; *line; line += length) {
		length = word_length(line);
		if (!inside && is_anew(trace, line, length))
			text_put(text, "*");
		else
			text_add(text, line, length);
		if (*line == '"')
			inside = !inside;
	}
	text_put(text, "\n");
}

static bool is_other_each_time(const char *name)
{
	static const char names[] = " getrandom getppid getpgrp getpgid getsid "
		"sysinfo times time gettimeofday clock_gettime ";
	const char *at = strstr(names, name);

	return at && at[-1] == ' ' && at[strlen(name)] == ' ';
}

static void put_process(struct text *text, const struct trace *trace,
			const size_t *numbers, size_t process)
{
	for (size_t i = 0; i < trace->count; i++) {
		struct text line = {0};

		if (is_aside(&trace->events[i]) || numbers[i] != process)
			continue;
		if (is_other_each_time(trace->events[i].name))
			text_format(&line, "%s(*) = *",
				    trace->events[i].name);
		else
			trace_put_event(&line, &trace->events[i]);
		put_line(text, trace, text_string(&line));
		text_free(&line);
	}
}

void contract_record(struct text *text, const struct trace *trace,
		     const size_t *numbers, size_t processes)
{
	for (size_t process = 1; process <= processes; process++) {
		if (processes > 1)
			text_format(text, "process %zu\n", process);
		put_process(text, trace, numbers, process);
	}
}
