/*
 * loader/dynamic/dladdr1.c - which object and which symbol an address is of
 *
 * int dladdr1(const void *address, Dl_info *info, void **extra, int flags)
 *
 * The symbol is the one that has the address in it, and of several the one that
 * begins last. 0: the address is in no object. With RTLD_DL_SYMENT or
 * RTLD_DL_LINKMAP *extra is the symbol's entry, or the object's link map.
 * Source: dladdr(3).
 */
#include "loader/dynamic/handles.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/vdso.h"

/* An undefined one with a value is a PLT entry, whose size nobody knows. */
static bool has_address(const Elf64_Sym *symbol, uint64_t address)
{
	uint64_t offset = address - symbol->st_value;

	return symbol->st_value &&
	       ELF64_ST_TYPE(symbol->st_info) != STT_TLS &&
	       (offset == 0 || (offset < symbol->st_size &&
				symbol->st_shndx != SHN_UNDEF));
}

/* Symbols that are in no hash table are nobody's business. */
static const Elf64_Sym *symbol_at(const struct elf_dynamic *dynamic,
				  uint64_t address)
{
	const Elf64_Sym *found = NULL, *symbol;
	uint32_t i = dynamic->gnu_hash.bucket_count ?
		dynamic->gnu_hash.first_symbol : 0;

	for (; (symbol = elf_symbol(dynamic, i)); i++)
		if (has_address(symbol, address) &&
		    elf_string(dynamic, symbol->st_name) &&
		    (!found || found->st_value < symbol->st_value))
			found = symbol;
	return found;
}

EXPORTED int dladdr1(const void *address, Dl_info *info, void **extra,
		     int flags)
{
	const struct elf_dynamic *dynamic;
	const Elf64_Sym *symbol;
	struct object *object;

	vdso_look();
	object = object_at((uintptr_t)address);
	if (!object)
		return 0;
	dynamic = &object->dynamic;
	symbol = symbol_at(dynamic, (uintptr_t)address - object->image.base);
	info->dli_fname = *object->map.l_name ? object->map.l_name :
						object->name;
	info->dli_fbase = (void *)object->image.start;
	info->dli_sname = symbol ? elf_string(dynamic, symbol->st_name) : NULL;
	info->dli_saddr = symbol ?
		(void *)(object->image.base + symbol->st_value) : NULL;
	if (flags == RTLD_DL_SYMENT)
		*extra = (void *)symbol;
	else if (flags == RTLD_DL_LINKMAP)
		*extra = &object->map;
	return 1;
}
