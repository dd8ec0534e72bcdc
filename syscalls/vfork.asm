; syscalls/vfork.asm
; long sys_vfork(void)
;
; The child runs on the parent's own stack while the parent waits. It returns
; from here first and calls other functions, which write over the return
; address that the parent still needs. So each of the two keeps it in a
; register across the call, and cannot share the `ret` of __sys_call. Pushed
; again and returned through, not jumped to: calls and returns stay paired.
;
; out     rax = 0 in the child, its process id in the parent, or -errno
; clobber rcx r11 (the instruction itself), r9
; source  vfork(2), psABI A.2.1
SYS_vfork equ 58

        section .text.sys_vfork progbits alloc exec nowrite align=1
        global  __sys_vfork:function hidden (__sys_vfork.end - __sys_vfork)
        global  sys_vfork:weak function hidden (__sys_vfork.end - __sys_vfork)
sys_vfork:
__sys_vfork:
        pop     r9                      ; where both of them return to
        mov     eax, SYS_vfork
        syscall
        push    r9
        ret
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
