/*
 * std/sys/ptrace/ptrace.c - a request about a process that is traced
 *
 * The kernel puts what is peeked where `data` points; the function returns
 * it. Source: ptrace(2), C library/kernel differences.
 */
#include <stdarg.h>
#include <sys/ptrace.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

long ptrace(int request, ...)
{
	void *address, *data;
	long word, result;
	va_list list;
	int pid;

	va_start(list, request);
	pid = va_arg(list, int);
	address = va_arg(list, void *);
	data = va_arg(list, void *);
	va_end(list);
	if (request < PTRACE_PEEKTEXT || request > PTRACE_PEEKUSR)
		return __premain_result(sys_ptrace(request, pid, address,
						   data));
	result = __premain_result(sys_ptrace(request, pid, address, &word));
	return result < 0 ? result : word;
}
