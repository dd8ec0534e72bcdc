/*
 * loader/dynamic/dlerror.c - char *dlerror(void): what went wrong last
 *
 * The line is the one that would have ended a start, without the loader's name.
 * The next failure writes over it. Source: POSIX.1-2024 dlerror.
 */
#include "loader/dynamic/fail.h"
#include "loader/dynamic/handles.h"

bool failure_is_news;

void *failed(void)
{
	failure_is_news = true;
	return NULL;
}

EXPORTED char *dlerror(void)
{
	if (!failure_is_news)
		return NULL;
	failure_is_news = false;
	return failure;
}
