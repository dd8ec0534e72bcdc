/*
 * <link.h> - what a dynamic loader shows of the objects that it has loaded
 *
 * Source: glibc's and gdb's face of a loader (gdb/solib-svr4.c names the
 * members); dl_iterate_phdr(3), dlinfo(3).
 */
#ifndef _LINK_H
#define _LINK_H

#include <dlfcn.h>
#include <elf.h>
#include <stddef.h>
#include <stdint.h>

#define ElfW(type)	Elf64_##type

/* An object: the first five members are what a debugger reads. */
struct link_map {
	Elf64_Addr l_addr;	/* added to the file's addresses */
	char *l_name;		/* where it was found; "" is the program */
	Elf64_Dyn *l_ld;	/* its dynamic section */
	struct link_map *l_next, *l_prev;
};

/* DT_DEBUG of the program points here. */
struct r_debug {
	int r_version;		/* 1 */
	struct link_map *r_map;
	Elf64_Addr r_brk;	/* called when r_state changes */
	enum {
		RT_CONSISTENT, RT_ADD, RT_DELETE
	} r_state;
	Elf64_Addr r_ldbase;	/* of the loader */
};

extern struct r_debug _r_debug;
extern Elf64_Dyn _DYNAMIC[];

struct dl_phdr_info {
	Elf64_Addr dlpi_addr;
	const char *dlpi_name;
	const Elf64_Phdr *dlpi_phdr;
	Elf64_Half dlpi_phnum;
	__extension__ unsigned long long dlpi_adds; /* objects loaded, ever */
	__extension__ unsigned long long dlpi_subs; /* and unloaded */
	size_t dlpi_tls_modid;	/* 0: no thread-local storage */
	void *dlpi_tls_data;	/* this thread's; NULL: not made yet */
};

/*
 * Calls the function for each object until it returns something else than 0,
 * and returns what it returned last.
 */
int dl_iterate_phdr(int (*function)(struct dl_phdr_info *info, size_t size,
				    void *data), void *data);

#endif
