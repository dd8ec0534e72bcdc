; crt/constructors.asm
; the step that runs what must run before main
;
; in      rbx = the initial stack
; clobber what a C function may
;
; No symbol asks for constructors, so layout/premain-needs.ld does.

        section .start.constructors progbits alloc exec nowrite align=1
        global  __premain_start_constructors:function hidden \
            (__premain_start_constructors.end - __premain_start_constructors)
        extern  __premain_constructors
__premain_start_constructors:
        mov     rdi, rbx
        call    __premain_constructors
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
