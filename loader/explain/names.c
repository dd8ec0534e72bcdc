/* loader/explain/names.c - what things are called */
#include <linux/mman.h>
#include <string.h>

#include <premain/syscalls.h>

#include "loader/explain/explain.h"

const char *short_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

const char *name_of(const struct object *object)
{
	return object ? short_name(object->name) : "nobody";
}

const char *relocation_name(uint64_t type)
{
	switch (type) {
	case R_X86_64_NONE: return "R_X86_64_NONE";
	case R_X86_64_64: return "R_X86_64_64";
	case R_X86_64_PC32: return "R_X86_64_PC32";
	case R_X86_64_PLT32: return "R_X86_64_PLT32";
	case R_X86_64_COPY: return "R_X86_64_COPY";
	case R_X86_64_GLOB_DAT: return "R_X86_64_GLOB_DAT";
	case R_X86_64_JUMP_SLOT: return "R_X86_64_JUMP_SLOT";
	case R_X86_64_RELATIVE: return "R_X86_64_RELATIVE";
	case R_X86_64_32: return "R_X86_64_32";
	case R_X86_64_32S: return "R_X86_64_32S";
	case R_X86_64_DTPMOD64: return "R_X86_64_DTPMOD64";
	case R_X86_64_DTPOFF64: return "R_X86_64_DTPOFF64";
	case R_X86_64_TPOFF64: return "R_X86_64_TPOFF64";
	case R_X86_64_PC64: return "R_X86_64_PC64";
	case R_X86_64_SIZE32: return "R_X86_64_SIZE32";
	case R_X86_64_SIZE64: return "R_X86_64_SIZE64";
	case R_X86_64_TLSDESC: return "R_X86_64_TLSDESC";
	case R_X86_64_IRELATIVE: return "R_X86_64_IRELATIVE";
	}
	return "of another type";
}

const struct version *version_of(const struct object *object, uint32_t index)
{
	const struct elf_dynamic *dynamic = &object->dynamic;
	unsigned int number;

	if (!object->versions || index >= dynamic->symbol_count)
		return NULL;
	number = dynamic->versym[index] & VERSYM_VERSION;
	if (number >= dynamic->version_count ||
	    !object->versions[number].name)
		return NULL;
	return &object->versions[number];
}

void *keep(size_t size)
{
	static char *place;
	static size_t room;
	void *memory;

	size = (size + 15) & -16UL;
	if (size > room) {
		long chunk = sys_mmap(0, size + (1 << 20), PROT_READ |
				      PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
				      -1, 0);

		if ((unsigned long)chunk >= -4095UL)
			return NULL;
		place = (char *)chunk;
		room = size + (1 << 20);
	}
	memory = place;
	place += size;
	room -= size;
	return memory;
}
