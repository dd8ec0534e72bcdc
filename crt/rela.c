/*
 * crt/rela.c - a static-PIE relocates itself, or says why it cannot
 *
 * The linker script says where the table is. A type that needs a dynamic linker
 * ends the start with its name and its place.
 */
#include "crt/die.h"
#include "crt/relocate.h"

#define HIDDEN __attribute__((visibility("hidden")))

extern const Elf64_Ehdr __ehdr_start HIDDEN;
extern const Elf64_Rela __premain_rela_start[] HIDDEN;
extern const Elf64_Rela __premain_rela_end[] HIDDEN;

void __premain_rela(void);

/* Each name is preceded by its number: no pointers, they are not moved yet. */
static const char type_names[] =
	"\001" "64\0" "\002" "PC32\0" "\004" "PLT32\0" "\005" "COPY\0"
	"\006" "GLOB_DAT\0" "\007" "JUMP_SLOT\0" "\012" "32\0"
	"\020" "DTPMOD64\0" "\021" "DTPOFF64\0" "\022" "TPOFF64\0"
	"\030" "PC64\0" "\040" "SIZE32\0" "\041" "SIZE64\0" "\044" "TLSDESC\0";

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

static _Noreturn void refuse(const Elf64_Rela *rela)
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

void __premain_rela(void)
{
	const Elf64_Rela *other = __premain_relocate_rela(
		(uintptr_t)&__ehdr_start,
		__premain_rela_start, __premain_rela_end);

	if (other)
		refuse(other);
}
