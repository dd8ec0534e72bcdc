/*
 * crt/refuse.c - says which relocation a start cannot do, and ends it
 *
 * The wrapper hands out no such program (wrapper/ld.sh), but a file may be
 * damaged, or made by others. Source: psABI 4.4.1, the types' numbers.
 */
#include "crt/die.h"
#include "crt/relocate.h"

/* Each name is preceded by its number: no pointers, they are not moved yet. */
static const char type_names[] =
	"\001" "64\0" "\002" "PC32\0" "\004" "PLT32\0" "\005" "COPY\0"
	"\006" "GLOB_DAT\0" "\007" "JUMP_SLOT\0" "\012" "32\0"
	"\020" "DTPMOD64\0" "\021" "DTPOFF64\0" "\022" "TPOFF64\0"
	"\030" "PC64\0" "\040" "SIZE32\0" "\041" "SIZE64\0" "\044" "TLSDESC\0"
	"\045" "IRELATIVE\0";

static char *append(char *at, const char *text)
{
	while (*text)
		*at++ = *text++;
	return at;
}

static char *append_number(char *at, uint64_t number, unsigned int base)
{
	char digits[21], *digit = digits + sizeof digits - 1;

	*digit = '\0';
	do
		*--digit = "0123456789abcdef"[number % base];
	while (number /= base);
	return append(at, digit);
}

_Noreturn void __premain_refuse(const Elf64_Rela *rela)
{
	uint32_t type = (uint32_t)rela->r_info;
	const char *name = type_names;
	char line[96], *at;

	at = append(line, "premain: unsupported relocation R_X86_64_");
	while (*name && (unsigned char)*name != type)
		while (*name++)
			;
	if (*name)
		at = append(at, name + 1);
	else
		at = append_number(at, type, 10);
	at = append(at, " at 0x");
	at = append_number(at, rela->r_offset, 16);
	*append(at, "\n") = '\0';
	__premain_die(line);
}
