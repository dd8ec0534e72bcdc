/*
 * <dlfcn.h> - loading objects while a program runs: dlopen(3)
 *
 * The functions are the dynamic loader's: static programs have none of them.
 * Source: POSIX.1-2024 <dlfcn.h>; dlinfo(3), dladdr(3), dlsym(3).
 */
#ifndef _DLFCN_H
#define _DLFCN_H

#include <stddef.h>

#define RTLD_LAZY	0x001	/* bind functions at their first call */
#define RTLD_NOW	0x002
#define RTLD_BINDING_MASK 0x003
#define RTLD_NOLOAD	0x004	/* only if it is loaded already */
#define RTLD_DEEPBIND	0x008	/* its own symbols before the program's */
#define RTLD_LOCAL	0
#define RTLD_GLOBAL	0x100	/* its symbols are for all */
#define RTLD_NODELETE	0x1000	/* dlclose keeps it */

#define RTLD_DEFAULT	((void *)0)
#define RTLD_NEXT	((void *)-1L)

/* A handle, or NULL: dlerror says why. The flags hold LAZY or NOW. */
void *dlopen(const char *file, int flags);

/* The address of a symbol, or NULL. */
void *dlsym(void *handle, const char *name);
void *dlvsym(void *handle, const char *name, const char *version);

/* 0, or another value: dlerror says why. */
int dlclose(void *handle);

/* What went wrong last in this thread; NULL: nothing since the last call. */
char *dlerror(void);

typedef struct {
	const char *dli_fname;	/* the object's name */
	void *dli_fbase;	/* where it begins in memory */
	const char *dli_sname;	/* the nearest symbol below; NULL: none */
	void *dli_saddr;
} Dl_info;

/* Which object and symbol an address belongs to: 0 if to none. */
int dladdr(const void *address, Dl_info *info);
int dladdr1(const void *address, Dl_info *info, void **extra, int flags);

enum {
	RTLD_DL_SYMENT = 1,	/* *extra becomes a const Elf64_Sym * */
	RTLD_DL_LINKMAP = 2	/* or a struct link_map * */
};

typedef long Lmid_t;

#define LM_ID_BASE	0
#define LM_ID_NEWLM	(-1)

/*
 * Each request says what `data` points at. 0, or the number that is asked for,
 * or -1: dlerror says why.
 */
int dlinfo(void *handle, int request, void *data);

enum {
	RTLD_DI_LMID = 1,	/* Lmid_t */
	RTLD_DI_LINKMAP = 2,	/* struct link_map * */
	RTLD_DI_SERINFO = 4,	/* Dl_serinfo, of the size that it says */
	RTLD_DI_SERINFOSIZE = 5, /* Dl_serinfo: its size and count */
	RTLD_DI_ORIGIN = 6,	/* char[]: the object's folder */
	RTLD_DI_TLS_MODID = 9,	/* size_t; 0: it has no variables */
	RTLD_DI_TLS_DATA = 10,	/* void *: this thread's variables, or NULL */
	RTLD_DI_PHDR = 11	/* const Elf64_Phdr *; returns how many */
};

typedef struct {
	char *dls_name;		/* a folder that is searched */
	unsigned int dls_flags;	/* 0 */
} Dl_serpath;

typedef struct {
	size_t dls_size;
	unsigned int dls_cnt;
	Dl_serpath dls_serpath[1]; /* dls_cnt of them */
} Dl_serinfo;

/* What unwinders ask for: where the object that has this address begins. */
struct dl_find_object {
	__extension__ unsigned long long dlfo_flags;
	void *dlfo_map_start, *dlfo_map_end;
	struct link_map *dlfo_link_map;
	void *dlfo_eh_frame;	/* PT_GNU_EH_FRAME; NULL: none */
	__extension__ unsigned long long __reserved[7];
};

/* 0, or -1: the address is in no object. */
int _dl_find_object(void *address, struct dl_find_object *result);

#endif
