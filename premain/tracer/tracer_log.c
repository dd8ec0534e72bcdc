/*
 * premain/tracer/tracer_log.c
 *
 * Runs a program under our own tracer. The log is a file of no name.
 */
#include "premain/tracer/tracer.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

const char *tracer_log(char *const *command, int *log, int *status)
{
	static struct tracer tracer;
	const char *wrong;

	*log = tracer.out = memfd_create("log", MFD_CLOEXEC);
	if (*log < 0)
		return strerror(errno);
	wrong = tracer_follow(&tracer, command);
	*status = tracer.status;
	lseek(*log, 0, SEEK_SET);
	return wrong;
}
