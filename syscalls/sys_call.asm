; syscalls/sys_call.asm
; reached by a jump from every sys_NAME, with eax = its number
;
; in      rdi rsi rdx rcx r8 r9 = arguments 1 to 6, as C passes them
; out     rax = result, or -errno in [-4095, -1]
; clobber rcx r11 (the instruction itself), r10
; source  psABI 3.2.3 (C side), A.2.1 (kernel side): only argument 4 differs

        section .text.__sys_call progbits alloc exec nowrite align=1
        global  __sys_call:function hidden (__sys_call.end - __sys_call)
__sys_call:
        mov     r10, rcx                ; argument 4: syscall destroys rcx
        syscall
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
