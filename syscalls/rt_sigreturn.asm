; syscalls/rt_sigreturn.asm
; long sys_rt_sigreturn(void): never call it. Its address is the sa_restorer
; of struct sigaction, to which a signal handler returns.
;
; The kernel looks for the frame it pushed exactly at rsp, so a `call` would
; hide it behind a return address, and there is no way back to `ret` on. A
; jump to __sys_call would do; but debuggers and unwinders know the frame of
; a signal by the nine bytes of these two instructions, rax in full.
;
; in      rsp = just behind the pretcode of struct rt_sigframe
; out     never: every register comes from the frame
; source  sigreturn(2), Linux arch/x86/kernel/signal_64.c
SYS_rt_sigreturn equ 15

        section .text.sys_rt_sigreturn progbits alloc exec nowrite align=1
        global  __sys_rt_sigreturn:function hidden \
        (__sys_rt_sigreturn.end - __sys_rt_sigreturn)
        global  sys_rt_sigreturn:weak function hidden \
        (__sys_rt_sigreturn.end - __sys_rt_sigreturn)
        nop                             ; unwinders look one byte back for the
sys_rt_sigreturn:                       ; caller, and must find nobody else
__sys_rt_sigreturn:
        mov     rax, strict dword SYS_rt_sigreturn
        syscall
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
