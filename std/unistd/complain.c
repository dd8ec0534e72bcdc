/*
 * std/unistd/complain.c - one line on standard error, in one system call
 *
 * Source: writev(2).
 */
#include <string.h>
#include <sys/uio.h>
#include <premain/syscalls.h>
#include "std/unistd/complain.h"

void __premain_complain(const char *const *parts)
{
	struct iovec pieces[8];
	unsigned int count;

	for (count = 0; count < 8 && parts[count] != NULL; count++) {
		pieces[count].iov_base = (char *)parts[count];
		pieces[count].iov_len = strlen(parts[count]);
	}
	sys_writev(2, pieces, count);
}
