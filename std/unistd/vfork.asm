; std/unistd/vfork.asm
; pid_t vfork(void)
;
; The child borrows the parent's stack and writes over the return address, so
; both of them keep it in a register, as syscalls/vfork.asm does with its own.
;
; out     rax = 0 in the child, its number in the parent, or -1 and errno
; clobber rcx rdi r8 r9 r11
; source  vfork(2)

        default rel

        extern  __sys_vfork
        extern  __premain_result

        section .text.vfork progbits alloc exec nowrite align=1
        global  vfork:function (vfork.end - vfork)
vfork:
        pop     r8                      ; where both of them return to
        call    __sys_vfork
        push    r8
        mov     rdi, rax
        jmp     __premain_result
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
