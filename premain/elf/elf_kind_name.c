/*
 * premain/elf/elf_kind_name.c
 *
 * The words of the table, the CSV and the JSON.
 */
#include "premain/elf/facts.h"

const char *elf_kind_name(enum elf_kind kind)
{
	switch (kind) {
	case ELF_KIND_STATIC: return "ET_EXEC";
	case ELF_KIND_STATIC_PIE: return "static-PIE";
	case ELF_KIND_DYNAMIC: return "dynamic";
	case ELF_KIND_SHARED: return "library";
	case ELF_KIND_OTHER: break;
	}
	return "other";
}
