/*
 * std/sys/prctl/prctl.c - a request about the calling process
 *
 * Source: prctl(2).
 */
#include <stdarg.h>
#include <sys/prctl.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int prctl(int request, ...)
{
	unsigned long second, third, fourth, fifth;
	va_list list;

	va_start(list, request);
	second = va_arg(list, unsigned long);
	third = va_arg(list, unsigned long);
	fourth = va_arg(list, unsigned long);
	fifth = va_arg(list, unsigned long);
	va_end(list);
	return (int)__premain_result(sys_prctl(request, second, third, fourth,
		fifth));
}
