/* sys/ptrace.h - looking into another process, ptrace(2) */
#ifndef _SYS_PTRACE_H
#define _SYS_PTRACE_H

#include <linux/ptrace.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What the kernel's header leaves to its architectures. */
#ifndef PTRACE_GETREGS
#define PTRACE_GETREGS 12
#define PTRACE_SETREGS 13
#define PTRACE_GETFPREGS 14
#define PTRACE_SETFPREGS 15
#define PTRACE_SINGLESTEP 9
#endif

/*
 * (request, pid, address, data). -1 with errno; what a PTRACE_PEEK request
 * reads is returned, and may be -1 as well: set errno to 0 before.
 */
long ptrace(int request, ...);

#ifdef __cplusplus
}
#endif

#endif
