; syscalls/clone3.asm
; long sys_clone3(struct clone_args *cl_args, size_t size)
;
; As syscalls/clone.asm, and with the same trap: the child's rsp is
; cl_args->stack + cl_args->stack_size (ours where stack is 0), and each of
; the two pushes the return address, kept in r9, on the stack that it has.
;
; in      rdi rsi = arguments 1 and 2, as C passes them
; out     rax = 0 in the child, its thread id in the parent, or -errno
; clobber rcx r11 (the instruction itself), r9
; source  clone(2), psABI A.2.1
SYS_clone3 equ 435

        section .text.sys_clone3 progbits alloc exec nowrite align=1
        global  __sys_clone3:function hidden (__sys_clone3.end - __sys_clone3)
        global  sys_clone3:weak function hidden \
        (__sys_clone3.end - __sys_clone3)
sys_clone3:
__sys_clone3:
        pop     r9                      ; where both of them return to
        mov     eax, SYS_clone3
        syscall
        push    r9
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
