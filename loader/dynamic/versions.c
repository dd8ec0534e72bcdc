/*
 * loader/dynamic/versions.c - what each index of DT_VERSYM stands for
 *
 * Source: LSB core 10.7, Symbol Versioning.
 */
#include <string.h>

#include "loader/dynamic/fail.h"
#include "loader/dynamic/memory.h"
#include "loader/dynamic/names.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/symbol.h"

static const void *after(const void *entry, uint32_t offset)
{
	return (const char *)entry + offset;
}

static void read_defined(const struct object *object)
{
	const Elf64_Verdef *entry = object->dynamic.verdef;

	for (uint32_t i = 0; i < object->dynamic.verdef_count; i++) {
		const Elf64_Verdaux *name = after(entry, entry->vd_aux);
		struct version *version =
			&object->versions[entry->vd_ndx & VERSYM_VERSION];

		version->name = elf_string(&object->dynamic, name->vda_name);
		version->hash = entry->vd_hash;
		if (entry->vd_flags & VER_FLG_BASE)
			version->name = NULL;
		entry = after(entry, entry->vd_next);
	}
}

static void read_needed(const struct object *object)
{
	const Elf64_Verneed *file = object->dynamic.verneed;

	for (uint32_t i = 0; i < object->dynamic.verneed_count; i++) {
		const Elf64_Vernaux *entry = after(file, file->vn_aux);

		for (uint32_t j = 0; j < file->vn_cnt; j++) {
			struct version *version = &object->versions
				[entry->vna_other & VERSYM_VERSION];

			version->name = elf_string(&object->dynamic,
						   entry->vna_name);
			version->hash = entry->vna_hash;
			version->weak = entry->vna_flags & VER_FLG_WEAK;
			version->hidden = entry->vna_other & VERSYM_HIDDEN;
			entry = after(entry, entry->vna_next);
		}
		file = after(file, file->vn_next);
	}
}

bool read_versions_of(struct object *object)
{
	if (!object->dynamic.versym || !object->dynamic.version_count)
		return true;
	object->versions = allocate(object->dynamic.version_count *
				    sizeof *object->versions);
	if (!object->versions)
		return false;
	read_defined(object);
	read_needed(object);
	return true;
}

static bool defines_version(const struct object *object,
			    const Elf64_Vernaux *needed, const char *name)
{
	const Elf64_Verdef *entry = object->dynamic.verdef;

	for (uint32_t i = 0; i < object->dynamic.verdef_count; i++) {
		const Elf64_Verdaux *defined = after(entry, entry->vd_aux);

		if (entry->vd_hash == needed->vna_hash &&
		    !strcmp(elf_string(&object->dynamic, defined->vda_name),
			    name))
			return true;
		entry = after(entry, entry->vd_next);
	}
	return false;
}

/* One that is loaded must have it; an object without versions has any. */
static bool check_version(const struct object *object, const char *file,
			  const Elf64_Vernaux *needed)
{
	const char *name = elf_string(&object->dynamic, needed->vna_name);
	const struct object *other = find_loaded(file);

	if (other && (!other->dynamic.verdef_count ||
		      defines_version(other, needed, name)))
		return true;
	return needed->vna_flags & VER_FLG_WEAK ||
	       fail(object->name, ": ", other ? other->name : file,
		    other ? " has no version " : " is not loaded for version ",
		    name, NULL);
}

bool check_needed_versions(const struct object *object)
{
	const Elf64_Verneed *file = object->dynamic.verneed;

	for (uint32_t i = 0; i < object->dynamic.verneed_count; i++) {
		const Elf64_Vernaux *entry = after(file, file->vn_aux);

		for (uint32_t j = 0; j < file->vn_cnt; j++) {
			if (!check_version(object, elf_string(&object->dynamic,
					   file->vn_file), entry))
				return false;
			entry = after(entry, entry->vna_next);
		}
		file = after(file, file->vn_next);
	}
	return true;
}
