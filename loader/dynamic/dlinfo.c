/*
 * loader/dynamic/dlinfo.c - int dlinfo(void *handle, int request, void *data)
 *
 * What the loader knows of an opened object; <dlfcn.h> says for each request
 * what is written to `data`. -1: failed, dlerror says why. Source: dlinfo(3).
 */
#include <string.h>

#include "loader/dynamic/expand.h"
#include "loader/dynamic/fail.h"
#include "loader/dynamic/handles.h"
#include "loader/dynamic/process.h"
#include "loader/dynamic/search.h"
#include "loader/dynamic/thread.h"

/* A list of folders, and their names behind it. */
struct writer {
	Dl_serinfo *info;
	Dl_serpath *next;
	char *at, *end;
};

static void count(const char *folder, enum rule rule, void *data)
{
	Dl_serinfo *info = data;

	if (rule == RULE_CACHE)
		return;
	info->dls_cnt++;
	info->dls_size += sizeof *info->dls_serpath + strlen(folder) + 1;
}

static void write(const char *folder, enum rule rule, void *data)
{
	static const unsigned char flags[] = {
		0, LA_SER_RUNPATH, LA_SER_LIBPATH, LA_SER_RUNPATH,
		LA_SER_DEFAULT, LA_SER_CONFIG, LA_SER_CONFIG, LA_SER_DEFAULT
	};
	struct writer *writer = data;
	Dl_serinfo *info = writer->info;
	size_t size = strlen(folder) + 1;

	if (rule == RULE_CACHE || size > (size_t)(writer->end - writer->at) ||
	    writer->next == info->dls_serpath + info->dls_cnt)
		return;
	writer->next->dls_name = memcpy(writer->at, folder, size);
	writer->next->dls_flags = flags[rule];
	writer->next++;
	writer->at += size;
}

static void fill(struct object *object, Dl_serinfo *info)
{
	Dl_serpath *paths = info->dls_serpath;
	struct writer writer = {
		.info = info, .next = paths,
		.at = (char *)(paths + info->dls_cnt),
		.end = (char *)info + info->dls_size
	};

	visit_places(object, write, &writer);
}

static int answer(struct object *object, int request, void *data)
{
	Dl_serinfo *info = data;

	switch (request) {
	case RTLD_DI_LMID:
		*(Lmid_t *)data = LM_ID_BASE;
		return 0;
	case RTLD_DI_LINKMAP:
		*(struct link_map **)data = &object->map;
		return 0;
	case RTLD_DI_SERINFOSIZE:
		info->dls_cnt = 0;
		info->dls_size = offsetof(Dl_serinfo, dls_serpath);
		visit_places(object, count, info);
		return 0;
	case RTLD_DI_SERINFO:
		fill(object, info);
		return 0;
	case RTLD_DI_ORIGIN:
		strcpy(data, origin_of(object) ? object->origin : "");
		return 0;
	case RTLD_DI_TLS_MODID:
		*(size_t *)data = object->tls.module;
		return 0;
	case RTLD_DI_TLS_DATA:
		*(void **)data = object->tls.module ?
			first_thread->blocks[object->tls.module] : NULL;
		return 0;
	case RTLD_DI_PHDR:
		*(const Elf64_Phdr **)data = object->phdr;
		return (int)object->phnum;
	}
	fail("dlinfo: no such request", NULL);
	return -1;
}

EXPORTED int dlinfo(void *handle, int request, void *data)
{
	struct object *object = object_of(handle);
	int result = object ? answer(object, request, data) : -1;

	if (result < 0)
		failed();
	return result;
}
