/*
 * std/sys/ioctl/ioctl.c - a request to a device; what the third argument is,
 * the request says
 *
 * Source: ioctl(2).
 */
#include <stdarg.h>
#include <sys/ioctl.h>
#include <premain/syscalls.h>
#include "std/errno/result.h"

int ioctl(int file, unsigned long request, ...)
{
	unsigned long argument;
	va_list list;

	va_start(list, request);
	argument = va_arg(list, unsigned long);
	va_end(list);
	return (int)__premain_result(sys_ioctl(file, (unsigned int)request,
		argument));
}
