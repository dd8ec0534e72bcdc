/*
 * premain/elf/elf_kind_name.c
 *
 * The words of the table, the CSV and the JSON.
 */
#include "premain/elf/facts.h"
#include "premain/text/text.h"

const char *elf_kind_name(enum elf_kind kind)
{
	return nth_word("ET_EXEC\0static-PIE\0dynamic\0library\0other", kind);
}
