; crt/irelative.asm
; the step that lets each ifunc choose its implementation
;
; clobber what a C function may
;
; A resolver is ordinary code that may be protected, or read thread-local
; variables: so relocation, TLS and the canary come before
; (layout/premain-start.ld).

        section .start.irelative progbits alloc exec nowrite align=1
        global  __premain_start_irelative:function hidden \
                (__premain_start_irelative.end - __premain_start_irelative)
        extern  __premain_irelative
__premain_start_irelative:
        call    __premain_irelative
.end:

        section .note.GNU-stack noalloc noexec nowrite progbits
