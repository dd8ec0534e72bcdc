/*
 * loader/explain/bindings.c - who asked, who answered, who had the name too
 *
 * The slots of memory are looked at twice: before objects are relocated, and
 * behind it.
 */
#include <string.h>

#include "loader/explain/explain.h"

struct slots {
	struct slots *next;
	const struct object *object;
	uint64_t before[];	/* of rela, then of jmprel */
};

static struct slots *all_slots;

static const Elf64_Rela *entry(const struct object *object, uint64_t number)
{
	const struct elf_dynamic *dynamic = &object->dynamic;

	return number < dynamic->rela_count ? dynamic->rela + number :
		dynamic->jmprel + (number - dynamic->rela_count);
}

static uint64_t entries(const struct object *object)
{
	return object->dynamic.rela_count + object->dynamic.jmprel_count;
}

/* What lies there; it may be unaligned, or no memory of the object at all. */
static uint64_t value_at(const struct object *object, uint64_t address)
{
	const void *place = elf_find(&object->image, address, 8, PF_R);
	uint64_t value = 0;

	if (place)
		memcpy(&value, place, sizeof value);
	return value;
}

void remember_slots(const struct object *first)
{
	for (; first; first = next_object(first)) {
		uint64_t number = entries(first);
		struct slots *slots;

		if (!number || first->relocated)
			continue;
		slots = keep(sizeof *slots + number * 8);
		if (!slots)
			return;
		slots->object = first;
		for (uint64_t i = 0; i < number; i++)
			slots->before[i] =
				value_at(first, entry(first, i)->r_offset);
		slots->next = all_slots;
		all_slots = slots;
	}
}

static enum asker asker_of(uint64_t type)
{
	return type == R_X86_64_COPY ? ASKS_COPY :
	       type == R_X86_64_JUMP_SLOT ? ASKS_CALL : ASKS_ADDRESS;
}

/* Those of the global scope that would answer if they came first. */
static const char *others(const struct object *object, uint32_t index,
			  enum asker asker, const struct definition *winner)
{
	static char text[512];
	const struct scope *scope = &services->process->global;
	const Elf64_Sym *symbol = object->dynamic.symbols + index;
	struct reference reference = {
		.name = elf_string(&object->dynamic, symbol->st_name),
		.asker = asker, .version = version_of(object, index)
	};
	size_t used = 0;

	if (!reference.name)
		return NULL;
	reference.hash = services->gnu_hash(reference.name);
	text[0] = '\0';
	for (uint32_t i = 0; i < scope->count; i++) {
		const struct object *other = scope->objects[i];
		const char *name = name_of(other);

		if (other == winner->object || other == object ||
		    !services->find_in_object(other, &reference) ||
		    used + strlen(name) + 3 > sizeof text)
			continue;
		if (used) {
			memcpy(text + used, ", ", 2);
			used += 2;
		}
		strcpy(text + used, name);
		used += strlen(name);
	}
	return used ? text : NULL;
}

static bool is_lazy(const struct object *object, uint64_t type, uint64_t after)
{
	return type == R_X86_64_JUMP_SLOT &&
	       after - object->image.start < object->image.span;
}

static void explain_binding(const struct object *object,
			    const Elf64_Rela *rela, uint64_t before)
{
	uint32_t index = (uint32_t)ELF64_R_SYM(rela->r_info);
	uint64_t type = ELF64_R_TYPE(rela->r_info), after;
	const Elf64_Sym *symbol = elf_symbol(&object->dynamic, index);
	const struct version *version = version_of(object, index);
	struct definition winner;
	const char *too;
	bool waits;

	if (!index || !symbol)
		return;
	if (!services->find_symbol(object, index, asker_of(type), &winner))
		winner.object = NULL;
	too = others(object, index, asker_of(type), &winner);
	after = value_at(object, rela->r_offset);
	waits = winner.object != object && is_lazy(object, type, after);
	say("binding", waits ? too ?
	    "$object: $name, $type at $slot ($before, now $after) waits for "
	    "its first call; now it would be $answer's; also in $others" :
	    "$object: $name, $type at $slot ($before, now $after) waits for "
	    "its first call; now it would be $answer's" : too ?
	    "$object: $name, $type at $slot ($before, now $after) is "
	    "$answer's; also in $others" :
	    "$object: $name, $type at $slot ($before, now $after) is "
	    "$answer's", "object", name_of(object),
	    "name", elf_string(&object->dynamic, symbol->st_name),
	    "version", version ? version->name : NULL,
	    "type", relocation_name(type),
	    "slot", hex(object->image.base + rela->r_offset),
	    "before", hex(before), "after", hex(after),
	    "answer", name_of(winner.object), "others", too,
	    "lazy", waits ? "yes" : "no", NULL);
}

static const struct slots *slots_of(const struct object *object)
{
	const struct slots *slots = all_slots;

	while (slots && slots->object != object)
		slots = slots->next;
	return slots;
}

void explain_bindings(const struct object *first)
{
	for (; first; first = next_object(first)) {
		const struct slots *slots = slots_of(first);

		for (uint64_t i = 0; slots && i < entries(first); i++)
			explain_binding(first, entry(first, i),
					slots->before[i]);
	}
}

void explain_memory(const struct object *first)
{
	for (; first; first = next_object(first))
		if (first->relro_size)
			say("relro", "$object: $start to $end is read-only "
			    "from now on (PT_GNU_RELRO)",
			    "object", name_of(first),
			    "start", hex(first->relro),
			    "end", hex(first->relro + first->relro_size),
			    NULL);
}

void explain_bound(const struct object *object, uint64_t number)
{
	const Elf64_Rela *rela = object->dynamic.jmprel + number;
	uint32_t index = (uint32_t)ELF64_R_SYM(rela->r_info);
	const Elf64_Sym *symbol = elf_symbol(&object->dynamic, index);
	struct definition winner;

	if (!symbol || !services->find_symbol(object, index, ASKS_CALL,
					      &winner))
		return;
	say("bind", "$object calls $name for the first time: $answer's, at "
	    "$after; the slot at $slot leads there now",
	    "object", name_of(object),
	    "name", elf_string(&object->dynamic, symbol->st_name),
	    "answer", name_of(winner.object),
	    "slot", hex(object->image.base + rela->r_offset),
	    "after", hex(value_at(object, rela->r_offset)), NULL);
}
