/*
 * loader/dynamic/relocate.c - the relocations of an object, one after another
 *
 * Those without a symbol are crt/relocate.c's. All have been checked before:
 * each target is writable memory of the object, each symbol is in its table.
 * Source: psABI 4.4.1, table 4.9.
 */
#include "crt/relocate.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/index.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/relocate.h"
#include "loader/dynamic/work.h"

#define PART 512	/* relocations, 12 kB: the first cache holds them */

typedef uintptr_t resolver(void);

/* Fails for a relocation, which is so far behind `rela` in its table. */
static bool fail_at(const struct object *object, const Elf64_Rela *rela,
		    struct complaint *complaint)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	bool plt = rela >= dynamic->jmprel &&
		   rela < dynamic->jmprel + dynamic->jmprel_count;

	complaint->object = object->name;
	complaint->table = plt ? "DT_JMPREL's relocation" :
				 "DT_RELA's relocation";
	complaint->number += (uint64_t)
		(rela - (plt ? dynamic->jmprel : dynamic->rela));
	return fail_by(complaint);
}

bool refuse(const struct work *work, const char *sentence)
{
	struct complaint complaint = { .number = 0 };

	complain(&complaint, "type", AS_COUNT,
		 ELF64_R_TYPE(work->rela->r_info), sentence);
	return fail_at(work->object, work->rela, &complaint);
}

static uintptr_t place_of(const struct definition *definition)
{
	const Elf64_Sym *symbol = definition->symbol;

	if (!definition->object)
		return 0;
	return symbol->st_value + (symbol->st_shndx == SHN_ABS ? 0 :
				   definition->object->image.base);
}

bool definition_address(const struct definition *definition,
			uintptr_t *address)
{
	const struct object *object = definition->object;

	*address = place_of(definition);
	if (!is_ifunc(definition))
		return true;
	if (!elf_is_code(&object->image, definition->symbol->st_value))
		return fail(object->name, ": the resolver of an ifunc lies "
			    "outside every executable segment", NULL);
	*address = ((resolver *)*address)();
	return true;
}

bool look_up(struct work *work, uint32_t symbol, enum asker asker)
{
	if (symbol == work->symbol && asker == work->asker)
		return true;
	work->symbol = 0;
	if (!find_symbol(work->object, symbol, asker, &work->definition))
		return false;
	work->symbol = symbol;
	work->asker = asker;
	return true;
}

/* Leaves a relocation to the second pass, which begins with the first one. */
static bool defer(const struct work *work)
{
	const struct elf_dynamic *dynamic = &work->object->dynamic;
	const Elf64_Rela *rela = work->rela;
	bool plt = rela >= dynamic->jmprel &&
		   rela < dynamic->jmprel + dynamic->jmprel_count;

	if (!work->object->deferred[plt])
		work->object->deferred[plt] = rela;
	return true;
}

static bool has(uint64_t types, uint64_t type)
{
	return type < 64 && types >> type & 1;
}

/* Types that ask for the size of a symbol; for its address; its distance. */
static const uint64_t sizes = 1UL << R_X86_64_SIZE32 | 1UL << R_X86_64_SIZE64;
static const uint64_t addresses = 1UL << R_X86_64_64 | 1UL << R_X86_64_32 |
	1UL << R_X86_64_32S | 1UL << R_X86_64_GLOB_DAT |
	1UL << R_X86_64_JUMP_SLOT;
static const uint64_t distances = 1UL << R_X86_64_PC64 |
	1UL << R_X86_64_PC32 | 1UL << R_X86_64_PLT32;

/* Those whose value has 32 bits; and no sign in the last of them. */
static const uint64_t halves = 1UL << R_X86_64_PC32 | 1UL << R_X86_64_PLT32 |
	1UL << R_X86_64_32 | 1UL << R_X86_64_32S | 1UL << R_X86_64_SIZE32;
static const uint64_t unsigned_halves = 1UL << R_X86_64_32 |
	1UL << R_X86_64_SIZE32;

/* A distance, or a half: rare types in libraries, and in programs. */
static bool put_other(const struct work *work, uint64_t *target, uint64_t value)
{
	uint64_t type = ELF64_R_TYPE(work->rela->r_info);

	if (has(distances, type))
		value -= (uintptr_t)target;
	if (type == R_X86_64_PC64) {
		__builtin_memcpy(target, &value, 8);
		return true;
	}
	if (has(unsigned_halves, type) ? value >> 32 :
	    (int64_t)value != (int32_t)value)
		return refuse(work, "does not reach its symbol by 32 bits");
	__builtin_memcpy(target, &value, 4);
	return true;
}

static bool put_value(const struct work *work, uint64_t *target, uint64_t value)
{
	value += (uint64_t)work->rela->r_addend;
	if (has(distances | halves, ELF64_R_TYPE(work->rela->r_info)))
		return put_other(work, target, value);
	__builtin_memcpy(target, &value, 8);
	return true;
}

static bool relocate_symbol(struct work *work, uint64_t *target)
{
	const struct definition *definition = &work->definition;
	uint64_t type = ELF64_R_TYPE(work->rela->r_info);
	uint32_t symbol = (uint32_t)ELF64_R_SYM(work->rela->r_info);
	uintptr_t value = 0;
	bool ifunc = false;

	if (symbol) {
		if (!look_up(work, symbol, type == R_X86_64_JUMP_SLOT ?
			     ASKS_CALL : ASKS_ADDRESS))
			return false;
		value = place_of(definition);
		if (has(sizes, type))
			value = definition->object ?
				definition->symbol->st_size : 0;
		else
			ifunc = is_ifunc(definition);
	}
	if (!ifunc)
		return work->deferred || put_value(work, target, value);
	if (!work->deferred)
		return defer(work);
	return definition_address(definition, &value) &&
	       put_value(work, target, value);
}

static bool call_resolver(const struct work *work, uint64_t *target)
{
	uint64_t address = (uint64_t)work->rela->r_addend;

	if (!elf_is_code(&work->object->image, address))
		return refuse(work, "(IRELATIVE) has no code at its addend");
	*target = ((resolver *)(work->object->image.base + address))();
	return true;
}

static bool relocate_one(struct work *work)
{
	const Elf64_Rela *rela = work->rela;
	uintptr_t base = work->object->image.base;
	uint64_t *target = (uint64_t *)(base + rela->r_offset);

	if (has(sizes | distances | addresses, ELF64_R_TYPE(rela->r_info)))
		return relocate_symbol(work, target);
	switch (ELF64_R_TYPE(rela->r_info)) {
	case R_X86_64_NONE:
		return true;
	case R_X86_64_RELATIVE:
		if (!work->deferred)
			__premain_relocate_rela(base, rela, rela + 1,
						rela->r_offset, 1);
		return true;
	case R_X86_64_IRELATIVE:
		return work->deferred ? call_resolver(work, target) :
					defer(work);
	case R_X86_64_COPY:
		if (work->object != process.program)
			return refuse(work, "(COPY) is for programs only");
		return work->deferred ? relocate_copy(work, target) :
					defer(work);
	case R_X86_64_DTPMOD64:
	case R_X86_64_DTPOFF64:
	case R_X86_64_TPOFF64:
	case R_X86_64_TLSDESC:
		return work->deferred || relocate_tls(work, target);
	}
	return refuse(work, "is none that a loader can do");
}

static bool check(const struct work *work, const Elf64_Rela *rela,
		  const Elf64_Rela *end)
{
	struct complaint complaint;

	return work->deferred ||
	       elf_check_rela(&work->object->image, &work->object->dynamic,
			      rela, (uint64_t)(end - rela), &complaint) ||
	       fail_at(work->object, rela, &complaint);
}

/* Whether the index can answer for what an object looks up. */
static bool is_grouped(const struct work *work)
{
	const struct object *object = work->object;

	return process.global.index && !work->deferred && !object->deep &&
	       !(object->dynamic.flags & DF_SYMBOLIC);
}

/* A few relocations: the plain ones together, then each of the others. */
static bool relocate_few(struct work *work, const Elf64_Rela *rela,
			 const Elf64_Rela *end)
{
	uint32_t done = 0;

	if (is_grouped(work))
		done = relocate_group(work->object, rela,
				      (uint32_t)(end - rela));
	for (work->rela = rela; work->rela < end; work->rela++, done >>= 1)
		if (!(done & 1) && !relocate_one(work))
			return false;
	return true;
}

/*
 * Each part is checked, and then done while it is still in the processor's
 * caches: a large table is read from memory once only.
 */
static bool relocate_table(struct work *work, const Elf64_Rela *rela,
			   const Elf64_Rela *end)
{
	if (!work->deferred && rela < end &&
	    ELF64_R_TYPE(rela->r_info) == R_X86_64_RELATIVE)
		rela = relocate_relative(work->object, rela, end);
	for (const Elf64_Rela *part, *next; rela < end;) {
		part = behind(rela, end, PART);
		if (!check(work, rela, part))
			return false;
		for (; rela < part; rela = next) {
			next = behind(rela, part, GROUP);
			if (!relocate_few(work, rela, next))
				return false;
		}
	}
	return true;
}

static bool relocate_plt(struct work *work)
{
	const struct object *object = work->object;
	const struct elf_dynamic *dynamic = &object->dynamic;
	const Elf64_Rela *end = dynamic->jmprel + dynamic->jmprel_count;

	if (dynamic->jmprel_count == 0 || !is_lazy(object))
		return relocate_table(work, dynamic->jmprel, end);
	if (!check(work, dynamic->jmprel, end))
		return false;
	if (ELF64_R_TYPE(dynamic->jmprel->r_info) == R_X86_64_JUMP_SLOT)
		touch((void *)(object->image.base + dynamic->jmprel->r_offset));
	dynamic->pltgot[1] = (uintptr_t)object;
	dynamic->pltgot[2] = (uintptr_t)lazy;
	work->rela = dynamic->jmprel;
	while ((work->rela = let_wait(object, work->rela, end)) < end) {
		if (!relocate_one(work))
			return false;
		work->rela++;
	}
	return true;
}

bool relocate(struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	struct work work;

	work.object = object;
	work.deferred = false;
	work.symbol = 0;
	object->relocated = true;
	fetch_segments(object);
	return (!dynamic->relr_count || relocate_packed(object)) &&
	       relocate_table(&work, dynamic->rela,
			      dynamic->rela + dynamic->rela_count) &&
	       relocate_plt(&work);
}

bool relocate_deferred(struct object *object)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	struct work work = { .object = object, .deferred = true };

	return (!object->deferred[0] ||
		relocate_table(&work, object->deferred[0],
			       dynamic->rela + dynamic->rela_count)) &&
	       (!object->deferred[1] ||
		relocate_table(&work, object->deferred[1],
			       dynamic->jmprel + dynamic->jmprel_count));
}
