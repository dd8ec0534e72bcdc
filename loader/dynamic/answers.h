/*
 * loader/dynamic/answers.h - whether a symbol of the right name is a definition
 *
 * Source: gABI ch. 4, Symbol Table (binding, visibility, section index); psABI
 * 4.3 (a function's address in a program that is not position-independent).
 */
#ifndef LOADER_DYNAMIC_ANSWERS_H
#define LOADER_DYNAMIC_ANSWERS_H

#include "loader/dynamic/symbol.h"

/* Bit sets of what a definition can be. */
enum {
	TYPES = 1 << STT_NOTYPE | 1 << STT_OBJECT | 1 << STT_FUNC |
		1 << STT_COMMON | 1 << STT_TLS | 1 << STT_GNU_IFUNC,
	BINDINGS = 1 << STB_GLOBAL | 1 << STB_WEAK | 1 << STB_GNU_UNIQUE,
	VISIBILITIES = 1 << STV_DEFAULT | 1 << STV_PROTECTED
};

static inline bool is_definition(const Elf64_Sym *symbol, enum asker asker)
{
	unsigned int type = ELF64_ST_TYPE(symbol->st_info);

	if (!(TYPES >> type & BINDINGS >> ELF64_ST_BIND(symbol->st_info) &
	      VISIBILITIES >> ELF64_ST_VISIBILITY(symbol->st_other) & 1))
		return false;
	if (symbol->st_value == 0)	/* a place where nothing can be */
		return type == STT_TLS ? symbol->st_shndx != SHN_UNDEF :
					 symbol->st_shndx == SHN_ABS;
	/* The address of a PLT entry stands for the function's, to all. */
	return symbol->st_shndx != SHN_UNDEF ||
	       (type == STT_FUNC &&
		(asker == ASKS_ADDRESS || asker == ASKS_NEWEST));
}

#endif
