/*
 * loader/dynamic/relocate.c - the relocations that name a symbol
 *
 * Those without one are crt/relocate.c's. All have been checked before: each
 * target is writable memory of the object, each symbol is in its table.
 * Source: psABI 4.4.1, table 4.9; TLS 4.1.
 */
#include <premain/syscalls.h>
#include <linux/mman.h>
#include <string.h>

#include "crt/relocate.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/relocate.h"

/* The relocations of one object, and the symbol that was looked up last. */
struct work {
	struct object *object;
	bool deferred;		/* it is the second pass */
	uint32_t symbol;
	enum asker asker;
	struct definition definition;
};

typedef uintptr_t resolver(void);

bool definition_address(const struct definition *definition,
			uintptr_t *address)
{
	const Elf64_Sym *symbol = definition->symbol;
	const struct object *object = definition->object;

	if (!object) {
		*address = 0;
		return true;
	}
	*address = symbol->st_value;
	if (symbol->st_shndx == SHN_ABS)
		return true;
	*address += object->image.base;
	if (ELF64_ST_TYPE(symbol->st_info) != STT_GNU_IFUNC ||
	    symbol->st_shndx == SHN_UNDEF)
		return true;
	if (!elf_is_code(&object->image, symbol->st_value))
		return fail(object->name, ": the resolver of an ifunc lies "
			    "outside every executable segment", NULL);
	*address = ((resolver *)*address)();
	return true;
}

static bool look_up(struct work *work, uint32_t symbol, enum asker asker)
{
	if (symbol == work->symbol && asker == work->asker)
		return true;
	if (!find_symbol(work->object, symbol, asker, &work->definition))
		return false;
	work->symbol = symbol;
	work->asker = asker;
	return true;
}

static bool is_ifunc(const struct definition *definition)
{
	return definition->object && definition->symbol->st_shndx != SHN_UNDEF
	       && ELF64_ST_TYPE(definition->symbol->st_info) == STT_GNU_IFUNC;
}

static bool unsupported(const struct work *work, const char *sentence)
{
	return fail(work->object->name, ": ", sentence, NULL);
}

/* Leaves a relocation to the second pass. */
static bool defer(struct work *work)
{
	work->object->deferred = true;
	return true;
}

/* A value of 32 bits, if it fits. */
static bool put_word(const struct work *work, void *target, uint64_t value,
		     bool is_signed)
{
	if (is_signed ? (int64_t)value != (int32_t)value : value >> 32)
		return unsupported(work, "a relocation of 32 bits does not "
				   "reach its symbol");
	memcpy(target, &value, 4);
	return true;
}

static bool copy(struct work *work, const Elf64_Rela *rela)
{
	uint32_t symbol = (uint32_t)ELF64_R_SYM(rela->r_info);
	const Elf64_Sym *own = work->object->dynamic.symbols + symbol, *other;
	uint64_t size = own->st_size;
	const void *source;
	void *target;

	if (!look_up(work, symbol, ASKS_COPY))
		return false;
	if (!work->definition.object)
		return true;
	other = work->definition.symbol;
	if (size > other->st_size)
		size = other->st_size;
	target = elf_target(&work->object->image, &work->object->dynamic,
			    rela->r_offset, size);
	source = elf_find(&work->definition.object->image, other->st_value,
			  size, PF_R);
	if (!target || !source)
		return unsupported(work, "R_X86_64_COPY: the variable is not "
				   "in memory");
	memcpy(target, source, size);
	return true;
}

/* The module and the offset in it that a relocation of TLS means. */
static bool find_variable(struct work *work, const Elf64_Rela *rela,
			  const struct object **object, uint64_t *offset)
{
	uint32_t symbol = (uint32_t)ELF64_R_SYM(rela->r_info);

	*object = work->object;
	*offset = (uint64_t)rela->r_addend;
	if (!symbol)
		return true;
	if (!look_up(work, symbol, ASKS_ADDRESS))
		return false;
	*object = work->definition.object;
	if (*object)
		*offset += work->definition.symbol->st_value;
	return !*object || (*object)->tls.module ||
	       unsupported(work, "a thread-local variable is in an object "
			   "without PT_TLS");
}

static bool relocate_tls(struct work *work, const Elf64_Rela *rela,
			 uint64_t *target)
{
	const struct object *object;
	uint64_t offset;

	if (!find_variable(work, rela, &object, &offset))
		return false;
	switch (ELF64_R_TYPE(rela->r_info)) {
	case R_X86_64_DTPMOD64:
		*target = object ? object->tls.module : 0;
		return true;
	case R_X86_64_DTPOFF64:
		*target = offset;
		return true;
	}
	if (object && !object->tls.offset)
		return unsupported(work, "no room for its thread-local "
				   "variables below the thread pointer");
	*target = object ? offset - object->tls.offset : 0;
	return true;
}

static bool relocate_symbol(struct work *work, const Elf64_Rela *rela,
			    uint64_t *target)
{
	uint64_t type = ELF64_R_TYPE(rela->r_info);
	uint32_t symbol = (uint32_t)ELF64_R_SYM(rela->r_info);
	uintptr_t address = 0, addend = (uint64_t)rela->r_addend;

	if (symbol) {
		if (!look_up(work, symbol, type == R_X86_64_JUMP_SLOT ?
			     ASKS_CALL : ASKS_ADDRESS))
			return false;
		if (is_ifunc(&work->definition) != work->deferred)
			return work->deferred || defer(work);
		if (type != R_X86_64_SIZE64 && type != R_X86_64_SIZE32 &&
		    !definition_address(&work->definition, &address))
			return false;
	} else if (work->deferred) {
		return true;
	}
	switch (type) {
	case R_X86_64_GLOB_DAT:
	case R_X86_64_JUMP_SLOT:
		*target = address;
		return true;
	case R_X86_64_64:
		memcpy(target, &(uint64_t){ address + addend }, 8);
		return true;
	case R_X86_64_PC64:
		memcpy(target, &(uint64_t){ address + addend -
					    (uintptr_t)target }, 8);
		return true;
	case R_X86_64_PC32:
	case R_X86_64_PLT32:
		return put_word(work, target, address + addend -
				(uintptr_t)target, true);
	case R_X86_64_32:
		return put_word(work, target, address + addend, false);
	case R_X86_64_32S:
		return put_word(work, target, address + addend, true);
	}
	if (work->definition.object)
		addend += work->definition.symbol->st_size;
	if (type == R_X86_64_SIZE64)
		memcpy(target, &addend, 8);
	else
		return put_word(work, target, addend, false);
	return true;
}

static bool relocate_one(struct work *work, const Elf64_Rela *rela)
{
	uint64_t *target = (uint64_t *)
		(work->object->image.base + rela->r_offset);

	switch (ELF64_R_TYPE(rela->r_info)) {
	case R_X86_64_NONE:
		return true;
	case R_X86_64_RELATIVE:
		if (!work->deferred)
			__premain_relocate_rela(work->object->image.base, rela,
						rela + 1);
		return true;
	case R_X86_64_IRELATIVE:
		if (!work->deferred)
			return defer(work);
		if (!elf_is_code(&work->object->image,
				 (uint64_t)rela->r_addend))
			return unsupported(work, "R_X86_64_IRELATIVE: no code "
					   "at its addend");
		*target = ((resolver *)(work->object->image.base +
					(uint64_t)rela->r_addend))();
		return true;
	case R_X86_64_COPY:
		return work->deferred ? copy(work, rela) : defer(work);
	case R_X86_64_DTPMOD64:
	case R_X86_64_DTPOFF64:
	case R_X86_64_TPOFF64:
		return work->deferred || relocate_tls(work, rela, target);
	case R_X86_64_GLOB_DAT:
	case R_X86_64_JUMP_SLOT:
	case R_X86_64_64:
	case R_X86_64_PC64:
	case R_X86_64_PC32:
	case R_X86_64_PLT32:
	case R_X86_64_32:
	case R_X86_64_32S:
	case R_X86_64_SIZE32:
	case R_X86_64_SIZE64:
		return relocate_symbol(work, rela, target);
	}
	return unsupported(work, "a relocation of an unknown type");
}

static bool relocate_table(struct work *work, const Elf64_Rela *rela,
			   uint64_t count)
{
	for (; count; count--, rela++)
		if (!relocate_one(work, rela))
			return false;
	return true;
}

static bool check_tables(const struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	struct complaint complaint = { .object = object->name };

	return (elf_check_rela(&object->image, dynamic, dynamic->rela,
			       dynamic->rela_count, &complaint) &&
		elf_check_rela(&object->image, dynamic, dynamic->jmprel,
			       dynamic->jmprel_count, &complaint) &&
		elf_check_relr(&object->image, dynamic, &complaint)) ||
	       fail_by(&complaint);
}

bool relocate(struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	struct work work = { .object = object };

	if (object->relocated)
		return true;
	if (!check_tables(object))
		return false;
	__premain_relocate_relr(object->image.base, dynamic->relr,
				dynamic->relr + dynamic->relr_count);
	object->relocated = relocate_table(&work, dynamic->rela,
					   dynamic->rela_count) &&
			    relocate_table(&work, dynamic->jmprel,
					   dynamic->jmprel_count);
	return object->relocated;
}

bool relocate_deferred(struct object *object)
{
	struct work work = { .object = object, .deferred = true };

	if (!object->deferred)
		return true;
	object->deferred = false;
	return relocate_table(&work, object->dynamic.rela,
			      object->dynamic.rela_count) &&
	       relocate_table(&work, object->dynamic.jmprel,
			      object->dynamic.jmprel_count);
}

bool protect_relro(const struct object *object)
{
	if (!object->relro_size)
		return true;
	return !sys_mprotect((void *)object->relro, object->relro_size,
			     PROT_READ) ||
	       fail(object->name, ": PT_GNU_RELRO cannot be made read-only",
		    NULL);
}
