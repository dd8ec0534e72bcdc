/*
 * premain/steps/call_registers.c
 *
 * Where a system call has its arguments. Source: syscall(2).
 */
#include "premain/steps/steps.h"

#include <string.h>

void call_registers(uint64_t arguments[6], uint64_t number,
		    const struct registers *entry)
{
	const uint64_t own[6] = {entry->rdi, entry->rsi, entry->rdx,
				 entry->r10, entry->r8, entry->r9};
	const uint64_t i386[6] = {entry->rbx, entry->rcx, entry->rdx,
				  entry->rsi, entry->rdi, entry->rbp};

	memcpy(arguments, number & CALL_I386 ? i386 : own, sizeof own);
}
