/*
 * tests/start/ifunc.c - functions that are chosen at the start
 *
 * A resolver is ordinary code: this one reads a table of pointers (which must
 * have been relocated) and a thread-local variable.
 */
#include <stdio.h>

typedef int function(void);

static int two(void)
{
	return 2;
}

static int three(void)
{
	return 3;
}

static function *const table[] = { three, two };
static _Thread_local volatile int index_of_two = 1;

static function *choose_by_table(void)
{
	return table[index_of_two];
}

static function *choose(void)
{
	return three;
}

int by_table(void) __attribute__((ifunc("choose_by_table")));
int plain(void) __attribute__((ifunc("choose")));
int only_pointed_at(void) __attribute__((ifunc("choose")));

function *volatile variable = by_table;
function *const constant = plain;
function *volatile other = only_pointed_at;

int main(void)
{
	function *volatile local = plain;

	printf("%d %d %d %d %d %d\n", by_table(), plain(), variable(),
	       constant(), local(), other());
	return 0;
}
