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

/* How long a list of folders is; it is written as far as there is room. */
struct writer {
	Dl_serpath *next, *last;
	char *at, *end;		/* the names, behind the list */
	unsigned int count;
	size_t size;
};

static void write(const char *folder, enum rule rule, void *data)
{
	struct writer *writer = data;
	size_t size = strlen(folder) + 1;

	if (rule == RULE_CACHE)
		return;
	writer->count++;
	writer->size += sizeof *writer->next + size;
	if (writer->next == writer->last ||
	    size > (size_t)(writer->end - writer->at))
		return;
	writer->next->dls_name = memcpy(writer->at, folder, size);
	writer->next->dls_flags = 0;
	writer->next++;
	writer->at += size;
}

/* RTLD_DI_SERINFO finds in it what RTLD_DI_SERINFOSIZE has written. */
static void list_folders(struct object *object, Dl_serinfo *info, bool fill)
{
	struct writer writer = { .size = offsetof(Dl_serinfo, dls_serpath) };

	if (fill) {
		writer.next = info->dls_serpath;
		writer.last = writer.next + info->dls_cnt;
		writer.at = (char *)writer.last;
		writer.end = (char *)info + info->dls_size;
	}
	visit_places(object, write, &writer);
	if (!fill) {
		info->dls_cnt = writer.count;
		info->dls_size = writer.size;
	}
}

static int answer(struct object *object, int request, void *data)
{
	switch (request) {
	case RTLD_DI_LMID:
		*(Lmid_t *)data = LM_ID_BASE;
		return 0;
	case RTLD_DI_LINKMAP:
		*(struct link_map **)data = &object->map;
		return 0;
	case RTLD_DI_SERINFOSIZE:
	case RTLD_DI_SERINFO:
		list_folders(object, data, request == RTLD_DI_SERINFO);
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
