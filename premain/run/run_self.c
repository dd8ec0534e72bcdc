/*
 * premain/run/run_self.c
 *
 * Where this premain lies. Source: proc_pid_exe(5).
 */
#include "premain/run/run.h"

#include <unistd.h>

char *run_self(void)
{
	static char self[4096];
	ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);

	self[length > 0 ? length : 0] = '\0';
	return self;
}
