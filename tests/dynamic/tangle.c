/* tests/dynamic/tangle.c - prints what each table of a tangle has found */
#include <premain/syscalls.h>

#include "tables.h"

#define DECLARE(name) extern long *table_##name[];
#define SHOW(name) show(#name, table_##name);

TABLES(DECLARE)

static char text[1 << 20], *end = text;

static void put_number(long number)
{
	if (number >= 10)
		put_number(number / 10);
	*end++ = (char)('0' + number % 10);
}

static void show(const char *name, long **table)
{
	while (*name)
		*end++ = *name++;
	for (; *table != (long *)-1; table++) {
		*end++ = ' ';
		put_number(*table ? **table : 0);
	}
	*end++ = '\n';
}

void _start(void)
{
	TABLES(SHOW)
	sys_write(1, text, (unsigned long)(end - text));
	sys_exit_group(0);
}
