/*
 * premain/steps/call_registers.c
 *
 * Where a system call has its arguments. Source: syscall(2).
 */
#include "premain/steps/steps.h"

#include <stddef.h>
#include <string.h>

void call_registers(uint64_t arguments[6], uint64_t number,
		    const struct registers *entry)
{
	static const unsigned char own[6] = {
		offsetof(struct registers, rdi),
		offsetof(struct registers, rsi),
		offsetof(struct registers, rdx),
		offsetof(struct registers, r10),
		offsetof(struct registers, r8),
		offsetof(struct registers, r9)
	}, i386[6] = {
		offsetof(struct registers, rbx),
		offsetof(struct registers, rcx),
		offsetof(struct registers, rdx),
		offsetof(struct registers, rsi),
		offsetof(struct registers, rdi),
		offsetof(struct registers, rbp)
	};
	const unsigned char *places = number & CALL_I386 ? i386 : own;

	for (size_t i = 0; i < 6; i++)
		memcpy(&arguments[i], (const char *)entry + places[i],
		       sizeof arguments[i]);
}
