/*
 * loader/dynamic/program.h - the object that is the program, and the loader's
 */
#ifndef LOADER_DYNAMIC_PROGRAM_H
#define LOADER_DYNAMIC_PROGRAM_H

#include "loader/dynamic/object.h"

/* What the kernel has mapped, as AT_PHDR says. NULL: failed. */
struct object *program_of_kernel(void);

/* The file of a direct run, which we map; the auxv then says so. */
struct object *program_of_file(const char *path);

/* The loader itself, which needs no checks. */
struct object *loader_object(void);

#endif
