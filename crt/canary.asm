; crt/canary.asm
; the step that gives the stack protector its secret
;
; in      rbx = the initial stack
; clobber what a C function may
; source  gcc and clang read it at fs:0x28 (gcc's -mstack-protector-guard)

        section .start.canary progbits alloc exec nowrite align=1
        global  __premain_start_canary:function hidden \
                (__premain_start_canary.end - __premain_start_canary)
        extern  __premain_canary
__premain_start_canary:
        mov     rdi, rbx
        call    __premain_canary
        mov     [fs:0x28], rax
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
