/*
 * premain/steps/registers.h
 *
 * What PTRACE_GETREGS gives. Source: Linux asm/user_64.h.
 */
#ifndef PREMAIN_STEPS_REGISTERS_H
#define PREMAIN_STEPS_REGISTERS_H

#include <stdint.h>

struct registers {
	uint64_t r15, r14, r13, r12, rbp, rbx, r11, r10, r9, r8, rax, rcx;
	uint64_t rdx, rsi, rdi, orig_rax, rip, cs, eflags, rsp, ss, fs_base;
	uint64_t gs_base, ds, es, fs, gs;
};

#endif
