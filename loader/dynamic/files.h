/*
 * loader/dynamic/files.h - files that are opened one after another
 *
 * A library's file is done with as soon as it is mapped, but one close_range
 * closes many: so they wait until all that is needed is loaded.
 */
#ifndef LOADER_DYNAMIC_FILES_H
#define LOADER_DYNAMIC_FILES_H

/* Opens a file for reading; `flags` are more of them. -errno: it is not. */
long open_file(const char *path, int flags);

/* It is done with. */
void close_later(long fd);

/* Closes all that are done with. */
void close_files(void);

#endif
