; crt/destructors.asm
; the step of an exit that runs the destructors
;
; in      edi = the status
; out     edi = the status
; clobber what a C function may, rbx, the stack's alignment
;
; No symbol asks for destructors, so layout/premain-needs.ld does.

        section .exit.destructors progbits alloc exec nowrite align=1
        global  __premain_exit_destructors:function hidden \
                (__premain_exit_destructors.end - __premain_exit_destructors)
        extern  __premain_destructors
__premain_exit_destructors:
        mov     ebx, edi
        and     rsp, -16                ; exit was called, or fallen into
        call    __premain_destructors
        mov     edi, ebx
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
