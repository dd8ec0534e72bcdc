/*
 * loader/dynamic/folders.h - what is known of folders while one load lasts
 *
 * Where many libraries are looked for in many folders, nearly every question
 * is answered by no. So a folder that has not had what was asked for is read
 * once, and asked again only for names that it may have.
 */
#ifndef LOADER_DYNAMIC_FOLDERS_H
#define LOADER_DYNAMIC_FOLDERS_H

#include <stdbool.h>

/*
 * False: the folder at a path has no file of this name. With `many` more names
 * are likely to be asked for.
 */
bool folder_may_have(const char *path, const char *name, bool many);

/* It had no such file. */
void folder_has_not(const char *path);

/* The load is over: what has been seen may change from now on. */
void forget_folders(void);

#endif
