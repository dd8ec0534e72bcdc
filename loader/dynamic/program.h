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

/* Whether it needs no loader: to be run by itself, or by nobody. */
bool is_static(const struct object *program);

/*
 * Finds out where the loader is, and whether the program was made for another:
 * fills process.interpreter, foreign, path and path_length.
 */
void find_loader(void);

/* How much of process.path is the loader's folder; 0: it is not known. */
size_t loader_folder(void);

/* What programs are linked with: the loader is their C library too. */
#define LOADER_SONAME "libpremain.so.1"

/* The loader itself, which needs no checks. */
struct object *loader_object(void);

#endif
